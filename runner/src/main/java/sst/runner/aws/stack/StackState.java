package sst.runner.aws.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A deployed stack as DescribeStacks tells it.
 *
 * @param changed when it was created or last updated: two reads with the same instant saw the same template
 * @param reason AWS's words about the status, empty when it has none
 */
public record StackState(
        String name,
        String arn,
        StackStatus status,
        String reason,
        Instant changed,
        Map<String, String> tags,
        Map<String, String> parameters,
        List<Output> outputs,
        boolean terminationProtection) {
    public StackState {
        tags = Map.copyOf(tags);
        parameters = Map.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /**
     * One output of a stack.
     *
     * @param export the name other stacks import it by, empty when it is not exported
     */
    public record Output(String key, String value, String export) {}
}
