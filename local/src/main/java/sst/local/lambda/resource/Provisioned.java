package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.lambda.control.ControlPlane;
import sst.local.lambda.control.record.Members;

/** The provisioned concurrency that a template gives a version or an alias. */
final class Provisioned {
    private Provisioned() {}

    static void settle(ControlPlane control, ResourceRequest request, String arn) {
        JsonNode config = request.properties().path("ProvisionedConcurrencyConfig");
        ObjectNode input = Members.object().put("FunctionName", arn);
        Calls.made(() -> {
            if (config.isMissingNode()) {
                return control.provisioned().delete(input, request.context());
            }
            input.set("ProvisionedConcurrentExecutions", config.path("ProvisionedConcurrentExecutions"));
            return control.provisioned().put(input, request.context());
        });
    }
}
