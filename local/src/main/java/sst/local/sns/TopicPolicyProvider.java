package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;

/** {@code AWS::SNS::TopicPolicy}: recorded, not enforced. */
record TopicPolicyProvider(Topics topics) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::SNS::TopicPolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        set(request.properties(), request.properties().path("PolicyDocument").toString());
        return ResourceState.of(request.generatedName(), Map.of());
    }

    private void set(ObjectNode properties, String policy) {
        for (JsonNode arn : properties.path("Topics")) {
            TopicProvider.made(() -> {
                TopicId id = TopicId.ofArn(arn.asText());
                topics.change(id, "Policy", policy);
                return id;
            });
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        clear(before);
        set(request.properties(), request.properties().path("PolicyDocument").toString());
        return current;
    }

    private void clear(ObjectNode properties) {
        for (JsonNode arn : properties.path("Topics")) {
            TopicId id = TopicId.ofArn(arn.asText());
            if (topics.find(id).isPresent()) {
                topics.change(id, "Policy", "");
            }
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        clear(request.properties());
    }
}
