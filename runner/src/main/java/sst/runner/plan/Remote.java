package sst.runner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import sst.runner.aws.stack.StackState;

/**
 * A stack as it is deployed.
 *
 * @param template missing where it was not read, because the state alone decides
 */
public record Remote(StackState state, JsonNode template) {
    public static Remote withoutTemplate(StackState state) {
        return new Remote(state, MissingNode.getInstance());
    }
}
