package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import sst.local.wire.codec.Json;

/**
 * What is kept of a queue beside its messages.
 *
 * @param uid names this very queue, not one of the same name made later
 * @param settings its attributes
 * @param tags by key
 * @param times when it was made, changed and purged
 */
public record QueueRecord(String uid, QueueSettings settings, Map<String, String> tags, Times times) {
    /** Milliseconds since the epoch; {@code purged} is 0 for never. */
    public record Times(long created, long modified, long purged) {}

    /** Keeps a copy. */
    public QueueRecord {
        tags = Map.copyOf(tags);
    }

    static QueueRecord read(JsonNode node) {
        Times times = new Times(
                node.path("created").asLong(),
                node.path("modified").asLong(),
                node.path("purged").asLong());
        QueueSettings settings = new QueueSettings(texts(node.path("attributes")));
        return new QueueRecord(node.path("uid").asText(), settings, texts(node.path("tags")), times);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    JsonNode node() {
        ObjectNode node = Json.object()
                .put("uid", uid)
                .put("created", times.created())
                .put("modified", times.modified())
                .put("purged", times.purged());
        node.set("attributes", Json.tree(settings.values()));
        node.set("tags", Json.tree(tags));
        return node;
    }

    QueueRecord withSettings(QueueSettings changed, long now) {
        return new QueueRecord(uid, changed, tags, new Times(times.created(), now, times.purged()));
    }

    QueueRecord withTags(Map<String, String> changed) {
        return new QueueRecord(uid, settings, changed, times);
    }

    QueueRecord purgedAt(long now) {
        return new QueueRecord(uid, settings, tags, new Times(times.created(), times.modified(), now));
    }
}
