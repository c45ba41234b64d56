package sst.runner.deploy.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stack policy of a protected stage: whoever updates a stack, by whatever tool, neither replaces nor deletes what
 * holds data (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html).
 *
 * @param keep the policy that stands between deploys
 * @param lifts whether this deploy was agreed to destroy data, so that the policy is lifted for its time
 */
public record DataPolicy(String keep, boolean lifts) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The policy for resources of these types. */
    public static DataPolicy of(Set<String> types, boolean lifts) {
        ObjectNode policy = JSON.createObjectNode();
        ArrayNode statements = policy.putArray("Statement");
        statements.add(allowed());
        ObjectNode denied = statements.addObject().put("Effect", "Deny").put("Principal", "*");
        denied.putArray("Action").add("Update:Replace").add("Update:Delete");
        ArrayNode all = denied.put("Resource", "*")
                .putObject("Condition")
                .putObject("StringEquals")
                .putArray("ResourceType");
        new TreeSet<>(types).forEach(all::add);
        return new DataPolicy(policy.toString(), lifts);
    }

    /** Nothing is held back. */
    static String lifted() {
        ObjectNode policy = JSON.createObjectNode();
        policy.putArray("Statement").add(allowed());
        return policy.toString();
    }

    private static ObjectNode allowed() {
        return JSON.createObjectNode()
                .put("Effect", "Allow")
                .put("Action", "Update:*")
                .put("Principal", "*")
                .put("Resource", "*");
    }
}
