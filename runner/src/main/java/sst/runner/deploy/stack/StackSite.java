package sst.runner.deploy.stack;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.LogPort;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.deploy.event.DeployEvent;

/**
 * Where a stack is worked on.
 *
 * @param cloudFormation with the rights of the stack's deploy role
 * @param executionRole what CloudFormation acts with, null for the caller's own rights
 * @param run the run's id
 * @param logs with the caller's own rights, which deploy roles do not have
 * @param keepFailed whether a failed change stays as it is instead of being rolled back
 * @param polls shared by all stacks of one account and region
 */
public record StackSite(
        CloudFormationPort cloudFormation,
        @Nullable String executionRole,
        String run,
        Supplier<LogPort> logs,
        boolean keepFailed,
        Polls polls,
        Consumer<DeployEvent> events) {
    /** The token by which AWS knows a repeated request as the same one; at most 128 characters of {@code [A-Za-z0-9-]}. */
    String token(String stackName, String operation) {
        String token = run + "-" + operation + "-" + stackName;
        return token.length() > 128 ? token.substring(0, 128) : token;
    }
}
