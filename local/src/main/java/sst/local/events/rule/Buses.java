package sst.local.events.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The event buses; the default one of each region is always there. */
public final class Buses {
    private static final Pattern NAME = Pattern.compile("[/.\\-_A-Za-z0-9]{1,256}");

    private final NavigableMap<String, JsonNode> records;
    private final Clock clock;

    /** The buses that the store holds. */
    public Buses(Store store, Clock clock) {
        this.records = store.json("events.buses");
        this.clock = clock;
    }

    /** A bus's record: {@code Description}, {@code Policy}, {@code Tags}. */
    public Optional<ObjectNode> find(BusId id) {
        JsonNode record = records.get(id.key());
        if (record == null && id.name().equals(BusId.DEFAULT)) {
            return Optional.of(Json.object());
        }
        return Optional.ofNullable((ObjectNode) record);
    }

    /** A bus's record; {@code ResourceNotFoundException} when there is none. */
    public ObjectNode existing(BusId id) {
        return find(id).orElseThrow(() -> EventsFault.missing("Event bus " + id.name()));
    }

    /** Makes a bus. */
    public ObjectNode create(BusId id, String description) {
        if (find(id).isPresent()) {
            throw EventsFault.exists("Event bus " + id.name());
        }
        if (id.name().contains("/")) {
            throw EventsFault.invalid("Event bus name must not contain '/'.");
        }
        if (!NAME.matcher(id.name()).matches()) {
            throw EventsFault.invalid("1 validation error detected: Value '" + id.name()
                    + "' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " [/\\.\\-_A-Za-z0-9]+");
        }
        ObjectNode record = Json.object().put("CreationTime", clock.millis() / 1000.0);
        if (!description.isEmpty()) {
            record.put("Description", description);
        }
        save(id, record);
        return record;
    }

    /** Keeps a changed record. */
    public void save(BusId id, ObjectNode record) {
        records.put(id.key(), record.put("LastModifiedTime", clock.millis() / 1000.0));
    }

    /** Deletes a bus; the default one cannot be. */
    public void delete(BusId id) {
        if (id.name().equals(BusId.DEFAULT)) {
            throw EventsFault.invalid("Cannot delete event bus default.");
        }
        records.remove(id.key());
    }

    /** The buses of a region whose names begin so. */
    public List<BusId> all(String region, String prefix) {
        List<BusId> all = new ArrayList<>();
        if (BusId.DEFAULT.startsWith(prefix)) {
            all.add(new BusId(region, BusId.DEFAULT));
        }
        String start = region + "/" + prefix;
        records.tailMap(start, true).keySet().stream()
                .takeWhile(key -> key.startsWith(start))
                .map(key -> new BusId(region, key.substring(region.length() + 1)))
                .filter(id -> !id.name().equals(BusId.DEFAULT))
                .forEach(all::add);
        return all;
    }
}
