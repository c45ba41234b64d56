package sst.local.kinesis.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.kinesis.consumer.Consumers.Consumer;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.AwsException;

/** {@code AWS::Kinesis::StreamConsumer}; its {@code Ref} is its ARN. */
public record ConsumerProvider(DataStreams streams, Consumers consumers) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::Kinesis::StreamConsumer";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        JsonNode properties = request.properties();
        try {
            DataStream stream = streams.existing(
                    StreamName.ofArn(properties.path("StreamARN").asText()));
            return state(
                    consumers.register(stream, properties.path("ConsumerName").asText(), request.generatedName()));
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static ResourceState state(Consumer consumer) {
        return ResourceState.of(
                consumer.arn(),
                Map.of(
                        "ConsumerARN", TextNode.valueOf(consumer.arn()),
                        "ConsumerName", TextNode.valueOf(consumer.name()),
                        "ConsumerStatus", TextNode.valueOf("ACTIVE"),
                        "ConsumerCreationTimestamp", DoubleNode.valueOf(consumer.created() / 1000.0),
                        "StreamARN", TextNode.valueOf(consumer.stream().arn())));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        streams.find(StreamName.ofArn(current.physicalId())).ifPresent(stream -> consumers.of(stream).stream()
                .filter(each -> each.arn().equals(current.physicalId()))
                .forEach(each -> consumers.remove(stream, each)));
    }
}
