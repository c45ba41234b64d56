package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.AwsException;

/** {@code AWS::Lambda::Url}. */
final class UrlProvider implements ResourceProvider {
    private final ControlPlane control;

    UrlProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Url";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = input(request);
        return state(Calls.made(() -> {
            try {
                return control.qualified().createUrl(input, request.context());
            } catch (AwsException e) {
                if (Calls.isFault(e, "ResourceConflictException")) {
                    return control.qualified().updateUrl(input, request.context());
                }
                throw e;
            }
        }));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return state(Calls.made(() -> control.qualified().updateUrl(input(request), request.context())));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = Members.object().put("FunctionName", current.physicalId());
        Calls.gone(() -> control.qualified().deleteUrl(input, request.context()));
    }

    private static ObjectNode input(ResourceRequest request) {
        ObjectNode input = Calls.input(request);
        FunctionRef target = FunctionRef.parse(
                Members.required(input, "TargetFunctionArn"), request.context().region());
        return input.put("FunctionName", target.arn());
    }

    private static ResourceState state(ObjectNode url) {
        return ResourceState.of(
                Members.text(url, "FunctionArn"),
                Map.of("FunctionUrl", url.get("FunctionUrl"), "FunctionArn", url.get("FunctionArn")));
    }
}
