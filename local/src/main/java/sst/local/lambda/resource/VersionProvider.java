package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.Members;

/** {@code AWS::Lambda::Version}; its {@code Ref} is the version's ARN. */
final class VersionProvider implements ResourceProvider {
    private final ControlPlane control;

    VersionProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Version";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode version = Calls.made(() -> control.versions().publish(Calls.input(request), request.context()));
        Provisioned.settle(control, request, Members.text(version, "FunctionArn"));
        return ResourceState.of(
                Members.text(version, "FunctionArn"),
                Map.of("Version", version.get("Version"), "FunctionArn", version.get("FunctionArn")));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        Provisioned.settle(control, request, current.physicalId());
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ObjectNode input = Members.object().put("FunctionName", current.physicalId());
        Calls.gone(() -> control.functions().delete(input, request.context()));
    }
}
