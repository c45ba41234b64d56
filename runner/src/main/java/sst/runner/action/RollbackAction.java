package sst.runner.action;

import java.time.Instant;
import java.util.List;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.deploy.RollbackRun;
import sst.runner.deploy.Run;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.stack.RollbackTask;
import sst.runner.remote.DeployedStage;

/** Takes back failed changes that were kept, or whose own rollback failed. */
public final class RollbackAction {
    private final Context context;

    public RollbackAction(Context context) {
        this.context = context;
    }

    /**
     * @param names the stacks to look at; none for all
     * @param skip logical ids that are left as they are where they cannot be rolled back
     */
    public RunResult rollBack(AppIdentity app, List<String> names, List<String> skip) throws InterruptedException {
        Instant began = context.clock().instant();
        try (Session session = Session.open(context, app)) {
            Run run = session.run("rollback");
            run.clearDead();
            DeployedStage stage = session.deployed();
            var stacks = RemoveAction.chosen(stage, names);
            if (stacks.stream().noneMatch(RollbackTask::isNeeded)) {
                context.ui().say("nothing to roll back: no stack of the stage has a failed change");
                return new RunResult(List.of(), false);
            }
            RunResult result = new RollbackRun(stage, run).rollBack(stacks, skip);
            session.finished(result, began);
            return result;
        }
    }
}
