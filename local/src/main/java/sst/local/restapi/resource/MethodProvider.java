package sst.local.restapi.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.restapi.control.RestControl;

/** {@code AWS::ApiGateway::Method}, with its integration. */
record MethodProvider(RestControl control) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::ApiGateway::Method";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        put(request);
        return ResourceState.of(request.generatedName(), Map.of());
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        put(request);
        return current;
    }

    private void put(ResourceRequest request) {
        ObjectNode input = input(request);
        input.set("methodResponses", RestNames.byStatus(input.path("methodResponses")));
        ObjectNode integration = RestNames.of(request.properties().path("Integration"));
        integration.set("integrationResponses", RestNames.byStatus(integration.path("integrationResponses")));
        if (integration.has("integrationHttpMethod")) {
            integration.set("httpMethod", integration.remove("integrationHttpMethod"));
        }
        integration.setAll(place(input));
        RestCalls.made(() -> {
            control.methods().put(input, request.context());
            return control.methods().putIntegration(integration, request.context());
        });
    }

    private static ObjectNode input(ResourceRequest request) {
        ObjectNode input = RestNames.of(request.properties());
        input.set("id", input.path("resourceId"));
        input.put("methodName", input.path("httpMethod").asText());
        return input;
    }

    private static ObjectNode place(ObjectNode input) {
        return input.deepCopy().retain("restApiId", "id", "methodName");
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        RestCalls.gone(() -> control.methods().delete(input(request), request.context()));
    }
}
