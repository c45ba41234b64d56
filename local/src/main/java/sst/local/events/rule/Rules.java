package sst.local.events.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;

/**
 * The rules with their targets. Members of a record are those of {@code PutRule}, {@code Targets} by id, {@code Tags},
 * and {@code Since}, the time in milliseconds from which a rate counts.
 */
public final class Rules {
    private final NavigableMap<String, JsonNode> records;

    /** The rules that the store holds. */
    public Rules(Store store) {
        this.records = store.json("events.rules");
    }

    /** A rule's record. */
    public Optional<ObjectNode> find(RuleId id) {
        return Optional.ofNullable((ObjectNode) records.get(id.key()));
    }

    /** A rule's record; {@code ResourceNotFoundException} when there is none. */
    public ObjectNode existing(RuleId id) {
        return find(id).orElseThrow(() -> EventsFault.noRule(id));
    }

    /** Keeps a rule. */
    public void save(RuleId id, ObjectNode record) {
        records.put(id.key(), record);
    }

    /** Forgets a rule. */
    public void remove(RuleId id) {
        records.remove(id.key());
    }

    /** The rules of a bus, by name. */
    public List<Map.Entry<RuleId, ObjectNode>> of(BusId bus) {
        String prefix = bus.key() + "/";
        return records.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(Rules::entry)
                .toList();
    }

    /** Every rule. */
    public List<Map.Entry<RuleId, ObjectNode>> all() {
        return records.entrySet().stream().map(Rules::entry).toList();
    }

    private static Map.Entry<RuleId, ObjectNode> entry(Map.Entry<String, JsonNode> entry) {
        return Map.entry(RuleId.ofKey(entry.getKey()), (ObjectNode) entry.getValue());
    }

    /** Whether a rule is in force. */
    public static boolean isEnabled(JsonNode record) {
        return !record.path("State").asText("ENABLED").equals("DISABLED");
    }
}
