package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.wire.codec.Json;

/**
 * A stream as it is kept.
 *
 * @param name which
 * @param uid names this very stream, not one of the same name made later
 * @param created milliseconds since the epoch
 * @param shards how many shards it has
 * @param settings what can change
 * @param tags by key
 */
public record DataStream(
        StreamName name, String uid, long created, int shards, Settings settings, Map<String, String> tags) {
    /** How long records stay, and whether the stream is billed on demand. */
    public record Settings(int retentionHours, boolean isOnDemand) {}

    /** Keeps a copy. */
    public DataStream {
        tags = Map.copyOf(tags);
    }

    /** All shards, which divide the hash keys evenly. */
    public List<ShardId> all() {
        List<ShardId> all = new ArrayList<>();
        for (int number = 0; number < shards; number++) {
            all.add(new ShardId(number, shards));
        }
        return all;
    }

    /** The shard of that id; {@code ResourceNotFoundException} when there is none. */
    public ShardId shard(String id) {
        return all().stream()
                .filter(shard -> shard.id().equals(id))
                .findFirst()
                .orElseThrow(() -> KinesisFault.missing("Shard " + id + " in stream " + name.name() + " under account "
                        + sst.local.wire.CallContext.ACCOUNT + " does not exist"));
    }

    /** The name of a shard's log. */
    public String log(ShardId shard) {
        return uid + "/" + shard.number();
    }

    /** This stream with other settings. */
    public DataStream with(Settings changed) {
        return new DataStream(name, uid, created, shards, changed, tags);
    }

    /** This stream with other tags. */
    public DataStream tagged(Map<String, String> changed) {
        return new DataStream(name, uid, created, shards, settings, changed);
    }

    JsonNode node() {
        ObjectNode node = Json.object()
                .put("uid", uid)
                .put("created", created)
                .put("shards", shards)
                .put("retention", settings.retentionHours())
                .put("onDemand", settings.isOnDemand());
        node.set("tags", Json.tree(tags));
        return node;
    }

    static DataStream read(StreamName name, JsonNode node) {
        Map<String, String> tags = new TreeMap<>();
        node.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new DataStream(
                name,
                node.path("uid").asText(),
                node.path("created").asLong(),
                node.path("shards").asInt(),
                new Settings(
                        node.path("retention").asInt(), node.path("onDemand").asBoolean()),
                tags);
    }
}
