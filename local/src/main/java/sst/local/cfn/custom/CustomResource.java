package sst.local.cfn.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.StackId;

/**
 * Custom resources of one type in one stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">AWS: custom resources</a>
 */
record CustomResource(FunctionCall function, StackId stack, String type) implements ResourceProvider {
    private static final String NEWEST_SDK = "InstallLatestAwsSdk";

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        JsonNode answer = function.call(event("Create", request, null, null), request);
        if (!answer.path("Status").asText().equals("SUCCESS")) {
            // AWS sends a Delete for it during the rollback, under an id of its own when the function gave none.
            String left = answer.path("PhysicalResourceId").asText(request.generatedName());
            throw new ResourceFailure(reason(answer), ResourceState.of(left, Map.of()));
        }
        return state(answer);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        if (!before.path("ServiceToken").equals(request.properties().path("ServiceToken"))) {
            throw new ResourceFailure("Modifying service token is not allowed.");
        }
        JsonNode answer = function.call(event("Update", request, current, before), request);
        demandSuccess(answer);
        return state(answer);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        demandSuccess(function.call(event("Delete", request, current, null), request));
    }

    private static void demandSuccess(JsonNode answer) {
        if (!answer.path("Status").asText().equals("SUCCESS")) {
            throw new ResourceFailure(reason(answer));
        }
    }

    private static String reason(JsonNode answer) {
        return answer.path("Local").asBoolean(false)
                ? answer.path("Reason").asText("")
                : "Received response status [FAILED] from custom resource. Message returned: "
                        + answer.path("Reason").asText("") + " (RequestId: "
                        + answer.path("RequestId").asText("") + ")";
    }

    private ObjectNode event(
            String kind, ResourceRequest request, @Nullable ResourceState current, @Nullable ObjectNode before) {
        ObjectNode event = FunctionCall.object();
        event.put("RequestType", kind)
                .put("ServiceToken", request.properties().path("ServiceToken").asText(""))
                .put("StackId", stack.arn())
                .put("ResourceType", type)
                .put("LogicalResourceId", request.logicalId());
        event.set("ResourceProperties", properties(request.properties()));
        if (current != null) {
            event.put("PhysicalResourceId", current.physicalId());
        }
        if (before != null) {
            event.set("OldResourceProperties", properties(before));
        }
        return event;
    }

    /** The CDK's AwsCustomResource would fetch an SDK each time that it runs; the runtime here has the newest as it is. */
    private static JsonNode properties(ObjectNode properties) {
        JsonNode texts = Strings.of(properties);
        if (texts instanceof ObjectNode members && members.has(NEWEST_SDK)) {
            members.put(NEWEST_SDK, "false");
        }
        return texts;
    }

    private static ResourceState state(JsonNode answer) {
        String physicalId = answer.path("PhysicalResourceId").asText("");
        if (physicalId.isEmpty()) {
            throw new ResourceFailure("Invalid PhysicalResourceId");
        }
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        flatten("", answer.path("Data"), attributes);
        return ResourceState.of(physicalId, attributes);
    }

    private static void flatten(String prefix, JsonNode data, Map<String, JsonNode> attributes) {
        data.properties().forEach(field -> {
            attributes.put(prefix + field.getKey(), field.getValue());
            if (field.getValue().isObject()) {
                flatten(prefix + field.getKey() + ".", field.getValue(), attributes);
            }
        });
    }
}
