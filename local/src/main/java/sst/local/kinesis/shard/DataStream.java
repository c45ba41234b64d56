package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import sst.local.wire.codec.Json;

/**
 * A stream as it is kept.
 *
 * @param name which
 * @param uid names this very stream, not one of the same name made later
 * @param created milliseconds since the epoch
 * @param shards its shards
 * @param settings what can change
 * @param tags by key
 */
public record DataStream(
        StreamName name, String uid, long created, Shards shards, StreamSettings settings, Map<String, String> tags) {
    /** Keeps a copy. */
    public DataStream {
        tags = Map.copyOf(tags);
    }

    /** The shard of that id; {@code ResourceNotFoundException} when there is none. */
    public DataShard shard(String id) {
        return shards.find(id).orElseThrow(() -> KinesisFault.noShard(id, name.name()));
    }

    /** The name of a shard's log. */
    public String log(DataShard shard) {
        return uid + "/" + shard.number();
    }

    /** This stream with other settings. */
    public DataStream with(StreamSettings changed) {
        return new DataStream(name, uid, created, shards, changed, tags);
    }

    /** This stream with other shards. */
    public DataStream with(Shards changed) {
        return new DataStream(name, uid, created, changed, settings, tags);
    }

    /** This stream with other tags. */
    public DataStream tagged(Map<String, String> changed) {
        return new DataStream(name, uid, created, shards, settings, changed);
    }

    JsonNode node() {
        ObjectNode node = Json.object().put("uid", uid).put("created", created);
        node.set("shards", shards.node());
        node.set("settings", settings.node());
        node.set("tags", Json.tree(tags));
        return node;
    }

    static DataStream read(StreamName name, JsonNode node) {
        Map<String, String> tags = new TreeMap<>();
        node.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        long created = node.path("created").asLong();
        JsonNode kept = node.path("shards");
        return new DataStream(
                name,
                node.path("uid").asText(),
                created,
                kept.isInt() ? Shards.even(kept.asInt(), created) : Shards.read(kept),
                StreamSettings.read(node.has("settings") ? node.path("settings") : node),
                tags);
    }
}
