package sst.local.restapi.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.apigateway.StableId;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.restapi.control.RestControl;
import sst.local.wire.codec.Json;

/** {@code AWS::ApiGateway::RestApi}. */
record RestApiProvider(RestControl control) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::ApiGateway::RestApi";
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
        ObjectNode tags = Json.object();
        request.tags().forEach(tags::put);
        request.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        input.set("tags", tags);
        // How errors of the template's own body are met; there is no body.
        input.remove("failOnWarnings");
        ObjectNode api = RestCalls.made(() -> control.apis().put(id, input, request.context()));
        return ResourceState.of(id, Map.of("RestApiId", api.get("id"), "RootResourceId", api.get("rootResourceId")));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = Json.object().put("restApiId", current.physicalId());
        RestCalls.gone(() -> control.apis().delete(input, request.context()));
    }
}
