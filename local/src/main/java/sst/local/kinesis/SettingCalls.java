package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.kinesis.shard.StreamSettings;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that change what streams are set to. Encryption and metrics are recorded. */
record SettingCalls(DataStreams streams) {
    private static final Set<String> METRICS = Set.of(
            "IncomingBytes",
            "IncomingRecords",
            "IteratorAgeMilliseconds",
            "OutgoingBytes",
            "OutgoingRecords",
            "ReadProvisionedThroughputExceeded",
            "WriteProvisionedThroughputExceeded");

    void addTo(Map<String, Operation> operations) {
        operations.put("IncreaseStreamRetentionPeriod", (input, context) -> retain(input, context, true));
        operations.put("DecreaseStreamRetentionPeriod", (input, context) -> retain(input, context, false));
        operations.put("UpdateStreamMode", this::mode);
        operations.put("StartStreamEncryption", this::encrypt);
        operations.put("StopStreamEncryption", this::decrypt);
        operations.put("EnableEnhancedMonitoring", (input, context) -> measure(input, context, true));
        operations.put("DisableEnhancedMonitoring", (input, context) -> measure(input, context, false));
    }

    private ObjectNode retain(ObjectNode input, CallContext context, boolean isLonger) {
        int hours = input.path("RetentionPeriodHours").asInt();
        streams.change(Input.stream(input, context), stream -> {
            int before = stream.settings().retentionHours();
            if (hours < StreamSettings.RETENTION_HOURS) {
                throw KinesisFault.invalid("Minimum allowed retention period is " + StreamSettings.RETENTION_HOURS
                        + " hours. Requested retention period (" + hours + " hours) is too short.");
            }
            if (isLonger ? before > hours : before < hours) {
                throw KinesisFault.invalid("Requested retention period (" + hours + " hours) for stream "
                        + stream.name().name() + " can not be " + (isLonger ? "shorter" : "longer")
                        + " than existing retention period (" + before + " hours). Use "
                        + (isLonger ? "Decrease" : "Increase") + "RetentionPeriod API.");
            }
            return stream.with(stream.settings().kept(hours));
        });
        return Json.object();
    }

    private ObjectNode mode(ObjectNode input, CallContext context) {
        StreamName name = StreamName.ofArn(input.path("StreamARN").asText());
        boolean isOnDemand = StreamCalls.isOnDemand(input);
        streams.change(name, stream -> stream.with(stream.settings().onDemand(isOnDemand)));
        return Json.object();
    }

    private ObjectNode encrypt(ObjectNode input, CallContext context) {
        String key = input.path("KeyId").asText();
        streams.change(
                Input.stream(input, context),
                stream -> stream.with(stream.settings().encrypted(key)));
        return Json.object();
    }

    private ObjectNode decrypt(ObjectNode input, CallContext context) {
        streams.change(
                Input.stream(input, context),
                stream -> stream.with(stream.settings().encrypted("")));
        return Json.object();
    }

    private ObjectNode measure(ObjectNode input, CallContext context, boolean isEnabled) {
        Set<String> named = new TreeSet<>();
        for (JsonNode metric : input.path("ShardLevelMetrics")) {
            named.addAll(metric.asText().equals("ALL") ? METRICS : Set.of(metric.asText()));
        }
        DataStream before = streams.existing(Input.stream(input, context));
        Set<String> wanted = new TreeSet<>(before.settings().metrics());
        if (isEnabled) {
            wanted.addAll(named);
        } else {
            wanted.removeAll(named);
        }
        streams.change(before.name(), stream -> stream.with(stream.settings().measured(wanted)));
        ObjectNode answer = Json.object()
                .put("StreamName", before.name().name())
                .put("StreamARN", before.name().arn());
        answer.set("CurrentShardLevelMetrics", names(before.settings().metrics()));
        answer.set("DesiredShardLevelMetrics", names(List.copyOf(wanted)));
        return answer;
    }

    private static ArrayNode names(List<String> metrics) {
        ArrayNode names = Json.object().arrayNode();
        metrics.forEach(names::add);
        return names;
    }
}
