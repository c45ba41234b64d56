package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.ShardId;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on streams themselves. */
record StreamCalls(DataStreams streams) {
    /** How many shards AWS gives a stream on demand at first. */
    static final int ON_DEMAND_SHARDS = 4;

    static final int RETENTION_HOURS = 24;
    private static final int MOST_SHARDS = 500;
    private static final int LONGEST_HOURS = 8760;
    private static final int PAGE = 100;

    void addTo(Map<String, Operation> operations) {
        operations.put("CreateStream", this::create);
        operations.put("DeleteStream", this::delete);
        operations.put("DescribeStream", this::describe);
        operations.put("DescribeStreamSummary", this::summary);
        operations.put("ListStreams", this::list);
        operations.put("ListShards", this::shards);
        operations.put("IncreaseStreamRetentionPeriod", this::retention);
        operations.put("DecreaseStreamRetentionPeriod", this::retention);
        operations.put("AddTagsToStream", this::tag);
        operations.put("RemoveTagsFromStream", this::untag);
        operations.put("ListTagsForStream", this::tags);
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        boolean isOnDemand =
                input.path("StreamModeDetails").path("StreamMode").asText("").equals("ON_DEMAND");
        int shards =
                isOnDemand ? ON_DEMAND_SHARDS : Input.number(input, new Input.Bounds("ShardCount", 0, 1, MOST_SHARDS));
        DataStream made = streams.create(
                Input.stream(input, context), shards, new DataStream.Settings(RETENTION_HOURS, isOnDemand));
        streams.save(made.tagged(Input.texts(input.path("Tags"))));
        return Json.object();
    }

    private DataStream existing(ObjectNode input, CallContext context) {
        return streams.existing(Input.stream(input, context));
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        streams.delete(existing(input, context));
        return Json.object();
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        ObjectNode shown = shown(stream).put("HasMoreShards", false);
        ArrayNode shards = shown.putArray("Shards");
        stream.all().forEach(shard -> shards.add(shown(shard)));
        return Json.object().set("StreamDescription", shown);
    }

    private static ObjectNode shown(DataStream stream) {
        ObjectNode shown = Json.object()
                .put("StreamName", stream.name().name())
                .put("StreamARN", stream.name().arn())
                .put("StreamStatus", "ACTIVE")
                .put("RetentionPeriodHours", stream.settings().retentionHours())
                .put("StreamCreationTimestamp", stream.created() / 1000.0)
                .put("EncryptionType", "NONE");
        shown.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
        shown.putObject("StreamModeDetails")
                .put("StreamMode", stream.settings().isOnDemand() ? "ON_DEMAND" : "PROVISIONED");
        return shown;
    }

    private static ObjectNode shown(ShardId shard) {
        ObjectNode shown = Json.object().put("ShardId", shard.id());
        shown.putObject("HashKeyRange")
                .put("StartingHashKey", shard.lowest().toString())
                .put("EndingHashKey", shard.highest().toString());
        shown.putObject("SequenceNumberRange").put("StartingSequenceNumber", shard.sequence(0));
        return shown;
    }

    private ObjectNode summary(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        ObjectNode shown = shown(stream).put("OpenShardCount", stream.shards()).put("ConsumerCount", 0);
        return Json.object().set("StreamDescriptionSummary", shown);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String after = input.path("NextToken")
                .asText(input.path("ExclusiveStartStreamName").asText(""));
        int limit = Input.number(input, new Input.Bounds("Limit", PAGE, 1, 10_000));
        List<DataStream> all = streams.all(context.region(), after);
        ObjectNode answer = Json.object();
        ArrayNode names = answer.putArray("StreamNames");
        all.stream().limit(limit).forEach(stream -> names.add(stream.name().name()));
        answer.put("HasMoreStreams", all.size() > limit);
        return all.size() > limit
                ? answer.put("NextToken", all.get(limit - 1).name().name())
                : answer;
    }

    private ObjectNode shards(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        ObjectNode answer = Json.object();
        ArrayNode shards = answer.putArray("Shards");
        String after = input.path("ExclusiveStartShardId").asText("");
        stream.all().stream()
                .filter(shard -> shard.id().compareTo(after) > 0)
                .forEach(shard -> shards.add(shown(shard)));
        return answer;
    }

    private ObjectNode retention(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        int hours = Input.number(
                input, new Input.Bounds("RetentionPeriodHours", RETENTION_HOURS, RETENTION_HOURS, LONGEST_HOURS));
        streams.save(
                stream.with(new DataStream.Settings(hours, stream.settings().isOnDemand())));
        return Json.object();
    }

    private ObjectNode tag(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        Map<String, String> tags = new TreeMap<>(stream.tags());
        tags.putAll(Input.texts(input.path("Tags")));
        streams.save(stream.tagged(tags));
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, CallContext context) {
        DataStream stream = existing(input, context);
        Map<String, String> tags = new TreeMap<>(stream.tags());
        for (JsonNode key : input.path("TagKeys")) {
            tags.remove(key.asText());
        }
        streams.save(stream.tagged(tags));
        return Json.object();
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object().put("HasMoreTags", false);
        ArrayNode list = answer.putArray("Tags");
        new TreeMap<>(existing(input, context).tags())
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    /** The shards of a template's stream; their number is settled when it is made. */
    static int shards(JsonNode properties, boolean isOnDemand) {
        int count = properties.path("ShardCount").asInt(1);
        if (count < 1 || count > MOST_SHARDS) {
            throw KinesisFault.validation("ShardCount must be between 1 and " + MOST_SHARDS);
        }
        return isOnDemand ? ON_DEMAND_SHARDS : count;
    }
}
