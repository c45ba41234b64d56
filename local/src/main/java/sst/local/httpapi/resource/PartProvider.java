package sst.local.httpapi.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.apigateway.StableId;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.httpapi.control.ApiControl;
import sst.local.httpapi.control.Kind;
import sst.local.wire.AwsException;

/** {@code AWS::ApiGatewayV2::Route}, {@code Integration}, {@code Stage}, {@code Deployment} and {@code Authorizer}. */
final class PartProvider implements ResourceProvider {
    private final ApiControl control;
    private final Kind kind;

    PartProvider(ApiControl control, Kind kind) {
        this.control = control;
        this.kind = kind;
    }

    @Override
    public String type() {
        return "AWS::ApiGatewayV2::" + kind.title();
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = WireNames.of(request.properties());
        try {
            return state(control.parts().create(kind, StableId.of(request), input, request.context()));
        } catch (AwsException e) {
            // A stage has its own name, so a creation that was cut short by a kill meets it again.
            if (kind == Kind.STAGE && e.status() == 409) {
                return replace(input, request);
            }
            throw new ResourceFailure(e.text());
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return replace(WireNames.of(request.properties()).put(kind.idMember(), current.physicalId()), request);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = WireNames.of(request.properties()).put(kind.idMember(), current.physicalId());
        try {
            control.parts().delete(kind, input, request.context());
        } catch (AwsException e) {
            if (e.status() != 404) {
                throw new ResourceFailure(e.text());
            }
        }
    }

    private ResourceState replace(ObjectNode input, ResourceRequest request) {
        try {
            return state(control.parts().replace(kind, input, request.context()));
        } catch (AwsException e) {
            throw new ResourceFailure(e.text());
        }
    }

    private ResourceState state(ObjectNode part) {
        String id = part.path(kind.idMember()).asText();
        String attribute = kind.title() + "Id";
        return ResourceState.of(id, kind == Kind.STAGE ? Map.of() : Map.of(attribute, part.get(kind.idMember())));
    }
}
