package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.queue.QueueSettings;
import sst.local.sqs.queue.Queues;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::SQS::Queue}; its {@code Ref} is the queue's URL. */
record QueueProvider(Queues queues) implements ReadableProvider {
    private static final Set<String> NOT_ATTRIBUTES = Set.of("QueueName", "Tags");
    private static final String OWNER = "aws:cloudformation:creation";
    private static final int LONGEST_NAME = 80;

    @Override
    public String type() {
        return "AWS::SQS::Queue";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        QueueId id = new QueueId(request.context().region(), name(request));
        boolean isOther = queues.find(id)
                .filter(there -> !request.generatedName().equals(there.tags().get(OWNER)))
                .isPresent();
        if (isOther) {
            throw new ResourceFailure(
                    "Resource of type 'AWS::SQS::Queue' with identifier '" + id.name() + "' already exists.");
        }
        return made(() -> {
            Map<String, String> attributes = attributes(request.properties());
            queues.create(id, attributes, tags(request));
            return state(request, id);
        });
    }

    private static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static String name(ResourceRequest request) {
        String given = request.properties().path("QueueName").asText();
        if (!given.isEmpty()) {
            return given;
        }
        String suffix = request.properties().path("FifoQueue").asBoolean() ? ".fifo" : "";
        String name = request.generatedName();
        int room = LONGEST_NAME - suffix.length();
        return (name.length() > room ? name.substring(name.length() - room) : name) + suffix;
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new TreeMap<>();
        properties.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean isOff = entry.getKey().equals("FifoQueue") && !value.asBoolean();
            if (!NOT_ATTRIBUTES.contains(entry.getKey()) && !isOff) {
                attributes.put(entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return attributes;
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

    private static ResourceState state(ResourceRequest request, QueueId id) {
        String url = id.url(request.context().endpoint());
        return ResourceState.of(
                url,
                Map.of(
                        "Arn", TextNode.valueOf(id.arn()),
                        "QueueName", TextNode.valueOf(id.name()),
                        "QueueUrl", TextNode.valueOf(url)));
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return queues.find(id(request, current)).map(record -> {
            ObjectNode actual = Json.object();
            attributes(request.properties()).keySet().forEach(name -> {
                String value = record.settings().values().getOrDefault(name, "");
                boolean isDocument = request.properties().path(name).isContainerNode() && !value.isEmpty();
                actual.set(name, isDocument ? Json.parse(value) : TextNode.valueOf(value));
            });
            return actual;
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        QueueId id = id(request, current);
        Map<String, String> initial = QueueSettings.initial(id).values();
        Map<String, String> changes = new TreeMap<>();
        attributes(before).keySet().forEach(name -> changes.put(name, initial.getOrDefault(name, "")));
        changes.putAll(attributes(request.properties()));
        changes.remove("FifoQueue");
        return made(() -> {
            queues.change(id, changes);
            queues.tag(id, tags -> tags(request));
            return state(request, id);
        });
    }

    private static QueueId id(ResourceRequest request, ResourceState current) {
        String url = current.physicalId();
        return new QueueId(request.context().region(), url.substring(url.lastIndexOf('/') + 1));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        QueueId id = id(request, current);
        if (queues.find(id).isPresent()) {
            queues.delete(id);
        }
    }
}
