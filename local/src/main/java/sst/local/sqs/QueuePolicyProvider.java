package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.sqs.message.QueueId;
import sst.local.wire.AwsException;

/** {@code AWS::SQS::QueuePolicy}: recorded, not enforced. */
record QueuePolicyProvider(QueueCalls calls) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::SQS::QueuePolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        set(request, request.properties(), request.properties().path("PolicyDocument"));
        return ResourceState.of(request.generatedName(), Map.of());
    }

    private void set(ResourceRequest request, ObjectNode properties, JsonNode policy) {
        for (JsonNode url : properties.path("Queues")) {
            String name = url.asText().substring(url.asText().lastIndexOf('/') + 1);
            QueueId id = new QueueId(request.context().region(), name);
            try {
                calls.setPolicy(id, policy);
            } catch (AwsException refused) {
                throw new ResourceFailure(refused.text());
            }
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        set(request, before, MissingNode.getInstance());
        set(request, request.properties(), request.properties().path("PolicyDocument"));
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        for (JsonNode url : request.properties().path("Queues")) {
            String name = url.asText().substring(url.asText().lastIndexOf('/') + 1);
            QueueId id = new QueueId(request.context().region(), name);
            if (calls.queues().find(id).isPresent()) {
                calls.setPolicy(id, MissingNode.getInstance());
            }
        }
    }
}
