package sst.runner.deploy.event;

import java.time.Duration;
import java.util.List;
import sst.runner.assembly.Origin;
import sst.runner.aws.stack.StackStatus;
import sst.runner.plan.PlanCounts;

/** One thing that happened in a run. Events of one run come in one order, from whichever thread they arise. */
public sealed interface DeployEvent {
    /**
     * The run knows what it will do.
     *
     * @param run the run's id, which is also in every token it sends
     * @param stacks names of the stacks that will be touched
     */
    record RunStarted(String run, Where where, PlanCounts counts, List<String> stacks) implements DeployEvent {}

    /** Another asset is in its bucket; {@code bytes} is 0 where it was there already. */
    record AssetPublished(String name, long bytes, int done, int total) implements DeployEvent {}

    record StackStarted(String stack, Operation operation) implements DeployEvent {}

    /** The stack itself changed its status. */
    record StackMoved(String stack, StackStatus status, String reason) implements DeployEvent {}

    /**
     * A resource of a stack changed its status.
     *
     * @param type the CloudFormation type; the construct's own is in its origin
     */
    record ResourceMoved(String stack, String logicalId, String type, Origin origin, StackStatus status, String reason)
            implements DeployEvent {}

    /**
     * What has just begun usually takes so long.
     *
     * @param logicalId empty for the stack as a whole
     */
    record Expected(String stack, String logicalId, Duration usual) implements DeployEvent {}

    /** AWS asked for patience; nothing fails, the view of things only lags. */
    record Throttled(String stack, Duration pause) implements DeployEvent {}

    record Warned(String text) implements DeployEvent {}

    record StackFinished(StackOutcome outcome, Duration took) implements DeployEvent {}

    record RunFinished(RunResult result, Duration took) implements DeployEvent {}

    /** App, stage and place of a run. */
    record Where(String app, String stage, String region, String account, boolean local) {}

    /** What is done to a stack. */
    enum Operation {
        CREATE,
        UPDATE,
        RECREATE,
        ROLLBACK,
        HOTSWAP,
        REMOVE,
        WAIT
    }
}
