package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.FunctionPort.Invocation;

/**
 * Has files uploaded by the function behind a custom resource, called as CloudFormation would call it
 * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requesttypes-update.html).
 */
record FileUploads(FunctionPort functions, Clock clock, TemplateValues values) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The function of the CDK demands an address to answer to; that nobody listens there it only logs. */
    private static final String NOBODY = "nobody-waits-for-the-answer";

    void upload(String logicalId, String physicalId) {
        JsonNode resource = values.template().path("Resources").path(logicalId);
        JsonNode properties = values.plain(resource.path("Properties"));
        String type = resource.path("Type").asText();
        ObjectNode event = JSON.createObjectNode()
                .put("RequestType", "Update")
                .put("RequestId", "sst-hotswap-" + logicalId + "-" + clock.millis())
                .put("StackId", values.refs().get("AWS::StackId"))
                .put("LogicalResourceId", logicalId)
                .put("PhysicalResourceId", physicalId)
                .put("ResourceType", type);
        if (type.equals(SwapRules.DEPLOYMENT_OF_THE_CDK)) {
            event.put("ResponseURL", NOBODY);
        }
        event.set("ResourceProperties", properties);
        demandSuccess(
                logicalId, functions.invoke(properties.path("ServiceToken").asText(), event.toString()));
    }

    private static void demandSuccess(String logicalId, Invocation answer) {
        JsonNode payload = parsed(answer.payload());
        boolean failed = payload.path("Status").asText().equals("FAILED");
        if (answer.error() != null || failed) {
            String reason = payload.path(failed ? "Reason" : "errorMessage").asText(answer.payload());
            throw new AwsFailure(AwsFailure.Kind.REFUSED, "UploadFailed", logicalId + ": " + reason);
        }
    }

    private static JsonNode parsed(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
