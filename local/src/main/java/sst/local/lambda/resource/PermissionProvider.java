package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.Members;
import sst.local.wire.AwsException;

/** {@code AWS::Lambda::Permission}: recorded in the function's policy, not enforced. */
final class PermissionProvider implements ResourceProvider {
    private final ControlPlane control;

    PermissionProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Permission";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = Calls.input(request).put("StatementId", request.generatedName());
        Calls.made(() -> {
            try {
                return control.policies().add(input, request.context());
            } catch (AwsException e) {
                if (Calls.isFault(e, "ResourceConflictException")) {
                    return input;
                }
                throw e;
            }
        });
        return ResourceState.of(request.generatedName(), Map.of("Id", Calls.text(request.generatedName())));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        remove(before, request, current);
        ObjectNode input = Calls.input(request).put("StatementId", current.physicalId());
        Calls.made(() -> control.policies().add(input, request.context()));
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        remove(request.properties(), request, current);
    }

    private void remove(ObjectNode properties, ResourceRequest request, ResourceState current) {
        ObjectNode input = Members.object().put("StatementId", current.physicalId());
        input.set("FunctionName", properties.path("FunctionName"));
        Calls.gone(() -> control.policies().remove(input, request.context()));
    }
}
