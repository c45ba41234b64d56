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

/** {@code AWS::Lambda::Alias}; its {@code Ref} is the alias's ARN. */
final class AliasProvider implements ResourceProvider {
    private final ControlPlane control;

    AliasProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Alias";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode input = Calls.input(request);
        ResourceState made = state(Calls.made(() -> {
            try {
                return control.aliases().create(input, request.context());
            } catch (AwsException e) {
                if (Calls.isFault(e, "ResourceConflictException")) {
                    return control.aliases().update(input, request.context());
                }
                throw e;
            }
        }));
        Provisioned.settle(control, request, made.physicalId());
        return made;
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        Provisioned.settle(control, request, current.physicalId());
        return state(Calls.made(() -> control.aliases().update(Calls.input(request), request.context())));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        FunctionRef ref =
                FunctionRef.parse(current.physicalId(), request.context().region());
        ObjectNode input =
                Members.object().put("FunctionName", ref.at("").arn()).put("Name", ref.qualifier());
        Calls.gone(() -> control.aliases().delete(input, request.context()));
    }

    private static ResourceState state(ObjectNode alias) {
        return ResourceState.of(Members.text(alias, "AliasArn"), Map.of("AliasArn", alias.get("AliasArn")));
    }
}
