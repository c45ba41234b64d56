package sst.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::Logs::ResourcePolicy}; its {@code Ref} is its name. */
record ResourcePolicyProvider(PolicyCalls calls) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::Logs::ResourcePolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = Json.object();
        input.set("policyName", request.properties().path("PolicyName"));
        input.set("policyDocument", request.properties().path("PolicyDocument"));
        try {
            calls.put(request.context().region(), input);
            return ResourceState.of(input.path("policyName").asText(), Map.of());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return create(request);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        calls.remove(request.context().region(), current.physicalId());
    }
}
