package sst.local.kinesis.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.kinesis.consumer.Consumers.Consumer;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on registered consumers. */
public record ConsumerCalls(DataStreams streams, Consumers consumers) {
    private static final int PAGE = 100;

    /** Adds them. */
    public void addTo(Map<String, Operation> operations) {
        operations.put("RegisterStreamConsumer", this::register);
        operations.put("DescribeStreamConsumer", this::describe);
        operations.put("ListStreamConsumers", this::list);
        operations.put("DeregisterStreamConsumer", this::deregister);
    }

    private DataStream stream(String arn) {
        return streams.existing(StreamName.ofArn(arn));
    }

    private ObjectNode register(ObjectNode input, CallContext context) {
        DataStream stream = stream(input.path("StreamARN").asText());
        Consumer made = consumers.register(stream, input.path("ConsumerName").asText(), "");
        return Json.object().set("Consumer", made.shown());
    }

    private record Found(DataStream stream, Consumer consumer) {}

    /** The consumer that a call names: by its ARN, or by its name and its stream. */
    private Found found(JsonNode input) {
        String arn = input.path("ConsumerARN").asText("");
        String streamArn = input.path("StreamARN").asText("");
        String name = input.path("ConsumerName").asText("");
        if (arn.isEmpty() && (streamArn.isEmpty() || name.isEmpty())) {
            throw KinesisFault.invalid("Either ConsumerARN or both of StreamARN and ConsumerName should be provided.");
        }
        if (arn.isEmpty()) {
            DataStream stream = stream(streamArn);
            return new Found(stream, consumers.find(stream, name).orElseThrow(() -> missing(name)));
        }
        DataStream stream = streams.find(StreamName.ofArn(arn)).orElseThrow(() -> missing(arn));
        Optional<Consumer> consumer = consumers.of(stream).stream()
                .filter(each -> each.arn().equals(arn))
                .findFirst();
        return new Found(stream, consumer.orElseThrow(() -> missing(arn)));
    }

    private static AwsException missing(String consumer) {
        return KinesisFault.missing("Consumer " + consumer + ", account " + CallContext.ACCOUNT + " not found.");
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        Found found = found(input);
        ObjectNode shown = found.consumer().shown();
        return Json.object()
                .set(
                        "ConsumerDescription",
                        shown.put("StreamARN", found.stream().name().arn()));
    }

    private ObjectNode deregister(ObjectNode input, CallContext context) {
        Found found = found(input);
        consumers.remove(found.stream(), found.consumer());
        return Json.object();
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        DataStream stream = stream(input.path("StreamARN").asText());
        String after = input.path("NextToken").asText("");
        int limit = input.path("MaxResults").asInt(PAGE);
        List<Consumer> left = consumers.of(stream).stream()
                .filter(consumer -> consumer.name().compareTo(after) > 0)
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("Consumers");
        left.stream().limit(limit).forEach(consumer -> shown.add(consumer.shown()));
        return left.size() > limit ? answer.put("NextToken", left.get(limit - 1).name()) : answer;
    }
}
