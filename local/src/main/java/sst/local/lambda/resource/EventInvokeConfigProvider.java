package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.lambda.control.ControlPlane;

/** {@code AWS::Lambda::EventInvokeConfig}: how asynchronous calls are retried. */
final class EventInvokeConfigProvider implements ResourceProvider {
    private final ControlPlane control;

    EventInvokeConfigProvider(ControlPlane control) {
        this.control = control;
    }

    @Override
    public String type() {
        return "AWS::Lambda::EventInvokeConfig";
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

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        Calls.gone(() -> control.qualified().deleteRetries(input(request), request.context()));
    }

    private void put(ResourceRequest request) {
        Calls.made(() -> control.qualified().putRetries(input(request), request.context()));
    }

    /** {@code $LATEST} is the function without a qualifier. */
    private static ObjectNode input(ResourceRequest request) {
        ObjectNode input = Calls.input(request);
        if (input.path("Qualifier").asText("").equals("$LATEST")) {
            input.remove("Qualifier");
        }
        return input;
    }
}
