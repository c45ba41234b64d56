package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sst.local.wire.codec.Json;

/**
 * What of a stream can change besides its shards.
 *
 * @param retentionHours how long records stay
 * @param isOnDemand whether it is billed on demand
 * @param keyId the key that records are said to be encrypted with, which is recorded; empty for none
 * @param metrics which metrics of shards are wanted, which is recorded
 */
public record StreamSettings(int retentionHours, boolean isOnDemand, String keyId, List<String> metrics) {
    /** How long records stay when nothing is said. */
    public static final int RETENTION_HOURS = 24;

    /** Keeps a copy. */
    public StreamSettings {
        metrics = List.copyOf(metrics);
    }

    /** Those of a new stream. */
    public static StreamSettings of(boolean isOnDemand) {
        return new StreamSettings(RETENTION_HOURS, isOnDemand, "", List.of());
    }

    /** The same with another retention. */
    public StreamSettings kept(int hours) {
        return new StreamSettings(hours, isOnDemand, keyId, metrics);
    }

    /** The same, on demand or not. */
    public StreamSettings onDemand(boolean changed) {
        return new StreamSettings(retentionHours, changed, keyId, metrics);
    }

    /** The same with another key. */
    public StreamSettings encrypted(String changed) {
        return new StreamSettings(retentionHours, isOnDemand, changed, metrics);
    }

    /** The same with other metrics. */
    public StreamSettings measured(Set<String> changed) {
        return new StreamSettings(retentionHours, isOnDemand, keyId, List.copyOf(new TreeSet<>(changed)));
    }

    JsonNode node() {
        ObjectNode node = Json.object()
                .put("retention", retentionHours)
                .put("onDemand", isOnDemand)
                .put("key", keyId);
        ArrayNode all = node.putArray("metrics");
        metrics.forEach(all::add);
        return node;
    }

    static StreamSettings read(JsonNode node) {
        Set<String> metrics = new TreeSet<>();
        node.path("metrics").forEach(metric -> metrics.add(metric.asText()));
        return new StreamSettings(
                node.path("retention").asInt(),
                node.path("onDemand").asBoolean(),
                node.path("key").asText(""),
                List.copyOf(metrics));
    }
}
