package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.kinesis.consumer.Consumers;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.StreamName;
import sst.local.kinesis.shard.StreamSettings;
import sst.local.wire.AwsException;

/** {@code AWS::Kinesis::Stream}; its {@code Ref} is its name. Encryption is recorded, not done. */
record StreamProvider(DataStreams streams, ShardCalls shards, Consumers consumers) implements ResourceProvider {
    private static final String OWNER = "aws:cloudformation:creation";

    @Override
    public String type() {
        return "AWS::Kinesis::Stream";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        JsonNode properties = request.properties();
        String given = properties.path("Name").asText("");
        StreamName name = new StreamName(request.context().region(), given.isEmpty() ? request.generatedName() : given);
        return made(() -> {
            Optional<DataStream> there = streams.find(name);
            boolean isOwn = there.filter(stream ->
                            request.generatedName().equals(stream.tags().get(OWNER)))
                    .isPresent();
            StreamSettings settings = settings(properties);
            DataStream stream =
                    isOwn ? there.get() : streams.create(name, count(properties, settings.isOnDemand()), settings);
            streams.save(stream.tagged(tags(request)));
            return state(stream);
        });
    }

    private static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static int count(JsonNode properties, boolean isOnDemand) {
        return isOnDemand
                ? StreamCalls.ON_DEMAND_SHARDS
                : properties.path("ShardCount").asInt(1);
    }

    private static StreamSettings settings(JsonNode properties) {
        int hours = properties.path("RetentionPeriodHours").asInt(StreamSettings.RETENTION_HOURS);
        String key = properties.path("StreamEncryption").path("KeyId").asText("");
        return StreamSettings.of(StreamCalls.isOnDemand(properties)).kept(hours).encrypted(key);
    }

    private static Map<String, String> tags(ResourceRequest request) {
        Map<String, String> tags = new TreeMap<>(request.tags());
        request.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        tags.put(OWNER, request.generatedName());
        return tags;
    }

    private static ResourceState state(DataStream stream) {
        return ResourceState.of(
                stream.name().name(),
                Map.of("Arn", TextNode.valueOf(stream.name().arn())));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        StreamName name = new StreamName(request.context().region(), current.physicalId());
        StreamSettings settings = settings(request.properties());
        int wanted = count(request.properties(), false);
        return made(() -> {
            DataStream stream =
                    streams.change(name, there -> there.with(settings).tagged(tags(request)));
            boolean isScaled = !settings.isOnDemand() && stream.shards().open().size() != wanted;
            return state(isScaled ? shards.scale(name, wanted) : stream);
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        streams.find(new StreamName(request.context().region(), current.physicalId()))
                .ifPresent(stream -> {
                    consumers.remove(stream);
                    streams.delete(stream);
                });
    }
}
