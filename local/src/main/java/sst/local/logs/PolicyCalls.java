package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.NavigableMap;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * The calls on resource policies, which say what services may write into log groups: recorded, not enforced.
 * See https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
 */
final class PolicyCalls {
    private static final int MOST = 10;
    private static final int LONGEST = 5120;

    private final NavigableMap<String, JsonNode> policies;
    private final Clock clock;

    PolicyCalls(Store store, Clock clock) {
        this.policies = store.json("logs.policies");
        this.clock = clock;
    }

    ObjectNode put(ObjectNode input, CallContext context) {
        return Json.object().set("resourcePolicy", put(context.region(), input));
    }

    /** Makes or changes a policy of a region. */
    ObjectNode put(String region, JsonNode input) {
        String name = input.path("policyName").asText("");
        String document = input.path("policyDocument").asText("");
        if (name.isEmpty() || document.isEmpty() || document.length() > LONGEST) {
            throw Logs.invalid("policyName, and a policyDocument of at most " + LONGEST + " characters, are required");
        }
        try {
            Json.parse(document);
        } catch (AwsException notJson) {
            throw Logs.invalid("The policy document is not valid JSON: " + notJson.text());
        }
        boolean isNew = !policies.containsKey(region + "/" + name);
        if (isNew && of(region).size() >= MOST) {
            throw new AwsException(400, "LimitExceededException", "Resource limit exceeded.");
        }
        ObjectNode policy = Json.object()
                .put("policyName", name)
                .put("policyDocument", document)
                .put("lastUpdatedTime", clock.millis());
        policies.put(region + "/" + name, policy);
        return policy;
    }

    private NavigableMap<String, JsonNode> of(String region) {
        return policies.subMap(region + "/", true, region + "0", false);
    }

    ObjectNode describe(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode all = answer.putArray("resourcePolicies");
        of(context.region()).values().forEach(all::add);
        return answer;
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        if (!remove(context.region(), input.path("policyName").asText())) {
            throw new AwsException(
                    400,
                    "ResourceNotFoundException",
                    "Policy with name [" + input.path("policyName").asText() + "] does not exist");
        }
        return Json.object();
    }

    /** Forgets a policy; false when there is none. */
    boolean remove(String region, String name) {
        return policies.remove(region + "/" + name) != null;
    }
}
