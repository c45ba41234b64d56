package sst.local.restapi.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import sst.local.apigateway.StableId;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.restapi.control.RestControl;
import sst.local.restapi.control.RestKind;

/** {@code AWS::ApiGateway::Resource}, {@code Deployment}, {@code Stage}, {@code Authorizer}, {@code GatewayResponse}. */
record RestPartProvider(RestControl control, RestKind kind, String title) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::ApiGateway::" + title;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return put(request, StableId.of(request));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return put(request, current.physicalId());
    }

    private ResourceState put(ResourceRequest request, String id) {
        ObjectNode input = RestNames.of(request.properties());
        if (kind == RestKind.STAGE) {
            input.set("accessLogSettings", input.path("accessLogSetting"));
            input.remove(java.util.List.of("accessLogSetting", "tags"));
        }
        if (kind == RestKind.DEPLOYMENT && !input.path("stageDescription").isEmpty()) {
            throw new ResourceFailure("not supported locally: " + type() + " StageDescription");
        }
        ObjectNode part = RestCalls.made(() -> control.parts().put(kind, id, input, request.context()));
        Map<String, JsonNode> attributes = new HashMap<>();
        switch (kind) {
            case RESOURCE -> attributes.put("ResourceId", part.get("id"));
            case DEPLOYMENT -> attributes.put("DeploymentId", part.get("id"));
            case AUTHORIZER -> attributes.put("AuthorizerId", part.get("id"));
            case STAGE, GATEWAY_RESPONSE -> {}
        }
        return ResourceState.of(part.path(kind.idMember()).asText(), attributes);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = RestNames.of(request.properties()).put(kind.idMember(), current.physicalId());
        RestCalls.gone(() -> control.parts().delete(kind, input, request.context()));
    }
}
