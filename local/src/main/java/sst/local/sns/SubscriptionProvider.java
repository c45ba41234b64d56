package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.sns.topic.Subscription;
import sst.local.sns.topic.TopicId;

/** {@code AWS::SNS::Subscription}; its {@code Ref} is the subscription's ARN. */
record SubscriptionProvider(SubscriptionCalls calls) implements ResourceProvider {
    /** The topic's ARN tells its region. */
    private static final Set<String> NOT_ATTRIBUTES = Set.of("TopicArn", "Protocol", "Endpoint", "Region");

    @Override
    public String type() {
        return "AWS::SNS::Subscription";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode properties = request.properties();
        return TopicProvider.made(() -> {
            TopicId topic = TopicId.ofArn(properties.path("TopicArn").asText());
            Subscription.Target target = new Subscription.Target(
                    properties.path("Protocol").asText(),
                    properties.path("Endpoint").asText());
            Subscription made = calls.subscribe(topic, target, attributes(properties));
            return ResourceState.of(made.arn(), Map.of("Arn", TextNode.valueOf(made.arn())));
        });
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new TreeMap<>();
        properties.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!NOT_ATTRIBUTES.contains(entry.getKey())) {
                attributes.put(entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return attributes;
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        Map<String, String> changes = new TreeMap<>();
        attributes(before).keySet().forEach(name -> changes.put(name, ""));
        changes.putAll(attributes(request.properties()));
        return TopicProvider.made(() -> {
            calls.change(calls.subscriptions().existing(current.physicalId()), changes);
            return current;
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        calls.subscriptions().remove(current.physicalId());
    }
}
