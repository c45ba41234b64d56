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

/** {@code AWS::ApiGatewayV2::RouteResponse}. */
record RouteResponseProvider(ApiControl control) implements ResourceProvider {
    private static final String ID = "routeResponseId";

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::RouteResponse";
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
        try {
            ObjectNode input = WireNames.of(request.properties()).put(ID, id);
            ObjectNode made = control.responses().put(input, request.context());
            return ResourceState.of(id, Map.of("RouteResponseId", made.get(ID)));
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = WireNames.of(request.properties()).put(ID, current.physicalId());
        try {
            control.responses().delete(input, request.context());
        } catch (AwsException refused) {
            if (refused.status() != 404) {
                throw new ResourceFailure(refused.text());
            }
        }
    }
}
