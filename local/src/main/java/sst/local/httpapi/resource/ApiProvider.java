package sst.local.httpapi.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.apigateway.StableId;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.httpapi.control.ApiControl;
import sst.local.wire.AwsException;

/** {@code AWS::ApiGatewayV2::Api}; {@code ApiEndpoint} is where the API really answers. */
final class ApiProvider implements ResourceProvider {
    private final ApiControl control;

    ApiProvider(ApiControl control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::Api";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        try {
            return state(control.apis().create(StableId.of(request), input(request), request.context()));
        } catch (AwsException e) {
            throw new ResourceFailure(e.text());
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ObjectNode input = input(request).put("apiId", current.physicalId());
        try {
            return state(control.apis().replace(input, request.context()));
        } catch (AwsException e) {
            throw new ResourceFailure(e.text());
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = request.properties().objectNode().put("apiId", current.physicalId());
        try {
            control.apis().delete(input, request.context());
        } catch (AwsException e) {
            if (e.status() != 404) {
                throw new ResourceFailure(e.text());
            }
        }
    }

    private static ObjectNode input(ResourceRequest request) {
        ObjectNode input = WireNames.of(request.properties());
        ObjectNode tags = input.withObjectProperty("tags");
        request.tags().forEach((name, value) -> {
            if (!tags.has(name)) {
                tags.put(name, value);
            }
        });
        return input;
    }

    private static ResourceState state(ObjectNode api) {
        return ResourceState.of(
                api.path("apiId").asText(), Map.of("ApiId", api.get("apiId"), "ApiEndpoint", api.get("apiEndpoint")));
    }
}
