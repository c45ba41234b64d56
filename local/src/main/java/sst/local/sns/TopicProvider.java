package sst.local.sns;

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
import sst.local.sns.topic.Subscription;
import sst.local.sns.topic.TopicId;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::SNS::Topic}; its {@code Ref} is the topic's ARN. */
record TopicProvider(TopicCalls calls, SubscriptionCalls subscriptions) implements ReadableProvider {
    private static final Set<String> NOT_ATTRIBUTES = Set.of("TopicName", "Tags", "Subscription");
    private static final String OWNER = "Owner";

    @Override
    public String type() {
        return "AWS::SNS::Topic";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        TopicId id = new TopicId(request.context().region(), name(request));
        return made(() -> {
            boolean isOther = calls.topics()
                    .find(id)
                    .filter(there -> !there.path(OWNER).asText().equals(request.generatedName()))
                    .isPresent();
            if (isOther) {
                throw new ResourceFailure(id.arn() + " already exists");
            }
            calls.topics().create(id, attributes(request.properties()), tags(request));
            ObjectNode record = calls.topics().existing(id).put(OWNER, request.generatedName());
            calls.topics().save(id, record);
            subscribe(id, request.properties());
            return state(id);
        });
    }

    static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text() + " (Service: AmazonSNS; Status Code: " + refused.status()
                    + "; Error Code: " + refused.code() + ")");
        }
    }

    private static String name(ResourceRequest request) {
        String given = request.properties().path("TopicName").asText();
        String suffix = request.properties().path("FifoTopic").asBoolean() ? ".fifo" : "";
        return given.isEmpty() ? request.generatedName() + suffix : given;
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new TreeMap<>();
        properties.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean isOff = entry.getKey().equals("FifoTopic") && !value.asBoolean();
            if (!NOT_ATTRIBUTES.contains(entry.getKey()) && !isOff) {
                attributes.put(entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return attributes;
    }

    private static ObjectNode tags(ResourceRequest request) {
        ObjectNode tags = Input.tags(request.properties().path("Tags"));
        request.tags().forEach((key, value) -> {
            if (!tags.has(key)) {
                tags.put(key, value);
            }
        });
        return tags;
    }

    private void subscribe(TopicId id, ObjectNode properties) {
        properties.path("Subscription").forEach(each -> subscriptions.subscribe(id, target(each), Map.of()));
    }

    private static Subscription.Target target(JsonNode subscription) {
        return new Subscription.Target(
                subscription.path("Protocol").asText(),
                subscription.path("Endpoint").asText());
    }

    private static ResourceState state(TopicId id) {
        return ResourceState.of(
                id.arn(), Map.of("TopicArn", TextNode.valueOf(id.arn()), "TopicName", TextNode.valueOf(id.name())));
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return calls.topics().find(TopicId.ofArn(current.physicalId())).map(record -> {
            ObjectNode actual = Json.object();
            attributes(request.properties()).keySet().forEach(name -> {
                String value = record.path("Attributes").path(name).asText("");
                boolean isDocument = request.properties().path(name).isContainerNode() && !value.isEmpty();
                actual.set(name, isDocument ? Json.parse(value) : TextNode.valueOf(value));
            });
            return actual;
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        TopicId id = TopicId.ofArn(current.physicalId());
        return made(() -> {
            Map<String, String> changes = new TreeMap<>();
            attributes(before).keySet().forEach(name -> changes.put(name, ""));
            changes.putAll(attributes(request.properties()));
            changes.remove("FifoTopic");
            changes.forEach((name, value) -> calls.topics().change(id, name, value));
            ObjectNode record = calls.topics().existing(id);
            record.set("Tags", tags(request));
            calls.topics().save(id, record);
            unsubscribe(id, before, request.properties());
            subscribe(id, request.properties());
            return state(id);
        });
    }

    private void unsubscribe(TopicId id, ObjectNode before, ObjectNode now) {
        before.path("Subscription").forEach(old -> {
            boolean isKept = false;
            for (JsonNode kept : now.path("Subscription")) {
                isKept |= target(kept).equals(target(old));
            }
            if (!isKept) {
                calls.subscriptions().of(id).stream()
                        .filter(each -> each.target().equals(target(old)))
                        .forEach(each -> calls.subscriptions().remove(each.arn()));
            }
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        calls.delete(TopicId.ofArn(current.physicalId()));
    }
}
