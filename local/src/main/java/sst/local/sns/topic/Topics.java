package sst.local.sns.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The topics: {@code Attributes} and {@code Tags}, by region and name. */
public final class Topics {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");
    private static final Set<String> SETTINGS = Set.of(
            "DisplayName",
            "Policy",
            "FifoTopic",
            "ContentBasedDeduplication",
            "KmsMasterKeyId",
            "SignatureVersion",
            "TracingConfig",
            "FifoThroughputScope");
    private static final Set<String> FIXED = Set.of("FifoTopic");

    private final NavigableMap<String, JsonNode> records;

    /** The topics that the store holds. */
    public Topics(Store store) {
        this.records = store.json("sns.topics");
    }

    /** A topic's record. */
    public Optional<ObjectNode> find(TopicId id) {
        return Optional.ofNullable((ObjectNode) records.get(id.key()));
    }

    /** A topic's record; {@code NotFound} when there is none. */
    public ObjectNode existing(TopicId id) {
        return find(id).orElseThrow(() -> SnsFault.missing("Topic"));
    }

    /** Makes a topic, or finds it again when its attributes are the same. */
    public void create(TopicId id, Map<String, String> attributes, ObjectNode tags) {
        checkName(id, attributes);
        Optional<ObjectNode> there = find(id);
        if (there.isPresent()) {
            checkSame(there.get(), attributes);
            checkTags(there.get(), tags);
            return;
        }
        ObjectNode record = Json.object();
        record.putObject("Attributes");
        record.set("Tags", tags);
        attributes.forEach((name, value) -> set(record, name, value));
        records.put(id.key(), record);
    }

    private static void checkName(TopicId id, Map<String, String> attributes) {
        boolean isFifo = Boolean.parseBoolean(attributes.getOrDefault("FifoTopic", "false"));
        if (!NAME.matcher(id.name()).matches()) {
            throw SnsFault.invalid("Topic Name");
        }
        if (isFifo != id.isFifo()) {
            throw SnsFault.invalid(
                    isFifo
                            ? "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase"
                                    + " ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256"
                                    + " characters long."
                            : "Topic Name");
        }
    }

    private static void checkSame(ObjectNode record, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (!record.path("Attributes").path(name).asText("").equals(value)) {
                throw SnsFault.invalid("Attributes Reason: Topic already exists with different attributes");
            }
        });
    }

    private static void checkTags(ObjectNode record, ObjectNode tags) {
        boolean isOther = tags.properties().stream()
                .anyMatch(tag -> !tag.getValue().equals(record.path("Tags").path(tag.getKey())));
        if (isOther) {
            throw SnsFault.invalid("Tags Reason: Topic already exists with different tags");
        }
    }

    private static void set(ObjectNode record, String name, String value) {
        if (!SETTINGS.contains(name)) {
            throw SnsFault.unsupported("the topic attribute " + name);
        }
        record.withObjectProperty("Attributes").put(name, value);
    }

    /** Changes one attribute; an empty value takes it away. */
    public void change(TopicId id, String name, String value) {
        ObjectNode record = existing(id);
        if (FIXED.contains(name)) {
            throw SnsFault.invalid("AttributeName");
        }
        set(record, name, value);
        if (value.isEmpty()) {
            record.withObjectProperty("Attributes").remove(name);
        }
        records.put(id.key(), record);
    }

    /** Keeps a changed record. */
    public void save(TopicId id, ObjectNode record) {
        records.put(id.key(), record);
    }

    /** Deletes a topic; its subscriptions are somebody else's. */
    public void delete(TopicId id) {
        records.remove(id.key());
    }

    /** The topics of a region, by name. */
    public List<TopicId> all(String region) {
        String prefix = region + "/";
        return records.tailMap(prefix, true).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .map(key -> new TopicId(region, key.substring(prefix.length())))
                .toList();
    }
}
