package sst.runner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.graph.TaskGraph;
import sst.runner.deploy.stack.RollbackTask;
import sst.runner.deploy.stack.StackSite;
import sst.runner.remote.DeployedStage;

/** Takes back the failed changes of a stage. */
public final class RollbackRun {
    private final DeployedStage stage;
    private final Run run;
    private final StackSite site;

    public RollbackRun(DeployedStage stage, Run run) {
        this.stage = stage;
        this.run = run;
        this.site = run.sites().conventionalSite(run.access().region());
    }

    /**
     * Rolls the given stacks back while holding the stage's lock; those that need it not are left alone.
     *
     * @param skip logical ids that are left as they are
     */
    public RunResult rollBack(List<StackState> stacks, List<String> skip) throws InterruptedException {
        try (var lock = run.lock()) {
            List<TaskGraph.Node> nodes = new ArrayList<>();
            for (StackState stack : stacks) {
                if (RollbackTask.isNeeded(stack)) {
                    RollbackTask task = new RollbackTask(stack, stage.label(stack), site, skip);
                    nodes.add(new TaskGraph.Node(task, Set.of()));
                }
            }
            RunResult result = new RunResult(run.graph(nodes).run(), run.stop().isRequested());
            run.warnIfLost(lock);
            return result;
        }
    }
}
