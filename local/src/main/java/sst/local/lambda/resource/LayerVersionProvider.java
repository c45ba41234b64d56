package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.Members;

/** {@code AWS::Lambda::LayerVersion}; its {@code Ref} is the version's ARN. */
final class LayerVersionProvider implements ResourceProvider {
    private final ControlPlane control;

    LayerVersionProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::LayerVersion";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = Calls.input(request);
        if (Members.text(input, "LayerName").isEmpty()) {
            input.put("LayerName", request.generatedName());
        }
        ObjectNode version = Calls.made(() -> control.layers().publish(input, request.context()));
        return ResourceState.of(
                Members.text(version, "LayerVersionArn"), Map.of("LayerVersionArn", version.get("LayerVersionArn")));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        String arn = current.physicalId();
        int colon = arn.lastIndexOf(':');
        ObjectNode input = Members.object()
                .put("LayerName", arn.substring(0, colon))
                .put("VersionNumber", arn.substring(colon + 1));
        Calls.gone(() -> control.layers().delete(input, request.context()));
    }
}
