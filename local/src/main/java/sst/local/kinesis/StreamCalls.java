package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.kinesis.consumer.Consumers;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamSettings;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that make, show and delete streams. */
record StreamCalls(DataStreams streams, Consumers consumers) {
    /** How many shards AWS gives a stream on demand at first. */
    static final int ON_DEMAND_SHARDS = 4;

    private static final int PAGE = 100;

    void addTo(Map<String, Operation> operations) {
        operations.put("CreateStream", this::create);
        operations.put("DeleteStream", this::delete);
        operations.put("DescribeStream", this::describe);
        operations.put("DescribeStreamSummary", this::summary);
        operations.put("ListStreams", this::list);
        operations.put("DescribeLimits", this::limits);
    }

    static boolean isOnDemand(JsonNode members) {
        return members.path("StreamModeDetails").path("StreamMode").asText("").equals("ON_DEMAND");
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        boolean isOnDemand = isOnDemand(input);
        if (!isOnDemand && !input.hasNonNull("ShardCount")) {
            throw KinesisFault.validation("1 validation error detected: Value null at 'shardCount' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        if (isOnDemand && input.hasNonNull("ShardCount")) {
            throw KinesisFault.validation("Shard count cannot be specified when creating an ON_DEMAND stream.");
        }
        int shards = isOnDemand ? ON_DEMAND_SHARDS : input.path("ShardCount").asInt();
        DataStream made = streams.create(Input.stream(input, context), shards, StreamSettings.of(isOnDemand));
        streams.save(made.tagged(Input.texts(input.path("Tags"))));
        return Json.object();
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        boolean isForced = input.path("EnforceConsumerDeletion").asBoolean();
        if (!isForced && !consumers.of(stream).isEmpty()) {
            throw KinesisFault.inUse("Stream " + stream.name().name() + " under account " + CallContext.ACCOUNT
                    + " has registered consumers. Deregister them, or set EnforceConsumerDeletion to true.");
        }
        consumers.remove(stream);
        streams.delete(stream);
        return Json.object();
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        int limit = input.path("Limit").asInt(PAGE);
        int after = DataShard.number(input.path("ExclusiveStartShardId").asText(""));
        List<DataShard> left = stream.shards().all().stream()
                .filter(shard -> shard.number() > after)
                .toList();
        ObjectNode shown = StreamView.stream(stream).put("HasMoreShards", left.size() > limit);
        ArrayNode shards = shown.putArray("Shards");
        left.stream().limit(limit).forEach(shard -> shards.add(StreamView.shard(shard)));
        return Json.object().set("StreamDescription", shown);
    }

    private ObjectNode summary(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        ObjectNode shown = StreamView.stream(stream)
                .put("OpenShardCount", stream.shards().open().size())
                .put("ConsumerCount", consumers.of(stream).size());
        return Json.object().set("StreamDescriptionSummary", shown);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String after = input.path("NextToken")
                .asText(input.path("ExclusiveStartStreamName").asText(""));
        int limit = input.path("Limit").asInt(PAGE);
        List<DataStream> all = streams.all(context.region(), after);
        ObjectNode answer = Json.object().put("HasMoreStreams", all.size() > limit);
        ArrayNode names = answer.putArray("StreamNames");
        ArrayNode summaries = answer.putArray("StreamSummaries");
        all.stream().limit(limit).forEach(stream -> {
            names.add(stream.name().name());
            ObjectNode summary = summaries.addObject();
            summary.put("StreamName", stream.name().name())
                    .put("StreamARN", stream.name().arn())
                    .put("StreamStatus", "ACTIVE")
                    .put("StreamCreationTimestamp", stream.created() / 1000.0)
                    .set("StreamModeDetails", StreamView.mode(stream));
        });
        return all.size() > limit
                ? answer.put("NextToken", all.get(limit - 1).name().name())
                : answer;
    }

    private ObjectNode limits(ObjectNode input, CallContext context) {
        long onDemand = streams.all(context.region(), "").stream()
                .filter(stream -> stream.settings().isOnDemand())
                .count();
        return Json.object()
                .put("ShardLimit", DataStreams.mostShards())
                .put("OpenShardCount", streams.openShards(context.region()))
                .put("OnDemandStreamCount", onDemand)
                .put("OnDemandStreamCountLimit", 50);
    }
}
