package sst.local.kinesis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.DataStream;
import sst.local.wire.codec.Json;

/** Streams and shards as answers show them. */
final class StreamView {
    private StreamView() {}

    static ObjectNode stream(DataStream stream) {
        ObjectNode shown = Json.object()
                .put("StreamName", stream.name().name())
                .put("StreamARN", stream.name().arn())
                .put("StreamStatus", "ACTIVE")
                .put("RetentionPeriodHours", stream.settings().retentionHours())
                .put("StreamCreationTimestamp", stream.created() / 1000.0);
        String key = stream.settings().keyId();
        shown.put("EncryptionType", key.isEmpty() ? "NONE" : "KMS");
        if (!key.isEmpty()) {
            shown.put("KeyId", key);
        }
        ArrayNode metrics = shown.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
        stream.settings().metrics().forEach(metrics::add);
        shown.set("StreamModeDetails", mode(stream));
        return shown;
    }

    static ObjectNode mode(DataStream stream) {
        return Json.object().put("StreamMode", stream.settings().isOnDemand() ? "ON_DEMAND" : "PROVISIONED");
    }

    static ObjectNode keys(DataShard shard) {
        return Json.object()
                .put("StartingHashKey", shard.keys().lowest().toString())
                .put("EndingHashKey", shard.keys().highest().toString());
    }

    static ObjectNode shard(DataShard shard) {
        ObjectNode shown = Json.object().put("ShardId", shard.id());
        if (!shard.parents().isEmpty()) {
            shown.put("ParentShardId", DataShard.id(shard.parents().get(0)));
        }
        if (shard.parents().size() > 1) {
            shown.put("AdjacentParentShardId", DataShard.id(shard.parents().get(1)));
        }
        shown.set("HashKeyRange", keys(shard));
        ObjectNode numbers = shown.putObject("SequenceNumberRange").put("StartingSequenceNumber", shard.first());
        if (!shard.isOpen()) {
            numbers.put("EndingSequenceNumber", shard.last());
        }
        return shown;
    }
}
