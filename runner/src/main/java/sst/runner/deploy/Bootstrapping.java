package sst.runner.deploy;

import java.util.List;
import java.util.Set;
import sst.model.diagnostic.Code;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.account.Aws;
import sst.runner.deploy.bootstrap.Bootstrap;
import sst.runner.deploy.bootstrap.BootstrapNames;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.graph.TaskGraph;
import sst.runner.deploy.stack.DeployTask;
import sst.runner.deploy.stack.Polls;
import sst.runner.deploy.stack.StackSite;
import sst.runner.failure.Problems;
import sst.runner.plan.StackPlan;

/** Sees to it that account and region can be deployed to: on the local cloud by itself, on AWS when asked. */
public final class Bootstrapping {
    private final Run run;

    public Bootstrapping(Run run) {
        this.run = run;
    }

    /** Checks what the stacks need; the local cloud is bootstrapped on the spot, it is the user's own. */
    public void ensure(List<StackArtifact> stacks) throws InterruptedException {
        int needed = 1;
        String parameter = BootstrapNames.versionParameter();
        for (StackArtifact stack : stacks) {
            String own = stack.settings().bootstrapParameter();
            if (own != null) {
                parameter = own;
                needed = Math.max(needed, stack.settings().bootstrapVersion());
            }
        }
        int found = Bootstrap.version(aws().parameters(), parameter);
        boolean ours = parameter.equals(BootstrapNames.versionParameter());
        if (found < needed && run.where().local() && ours) {
            bootstrap();
            return;
        }
        Bootstrap.require(
                found,
                needed,
                new BootstrapNames(run.access().account(), run.access().region()));
    }

    /** Makes or renews our bootstrap stack. */
    public StackOutcome bootstrap() throws InterruptedException {
        BootstrapNames names =
                new BootstrapNames(run.access().account(), run.access().region());
        var cloudFormation = aws().cloudFormation();
        StackPlan plan = Bootstrap.plan(
                names, cloudFormation.describe(Bootstrap.stackName()).orElse(null));
        Polls.Pacing pacing = run.where().local() ? Polls.Pacing.LOCAL : Polls.Pacing.AWS;
        StackSite site = new StackSite(
                cloudFormation,
                null,
                run.id(),
                aws()::logs,
                false,
                new Polls(pacing, run.pace().clock()),
                run.events());
        List<StackOutcome> outcomes = run.graph(List.of(new TaskGraph.Node(new DeployTask(plan, site, null), Set.of())))
                .run();
        RunResult result = new RunResult(outcomes, run.stop().isRequested());
        result.failed().forEach(failed -> {
            String reason = failed.cause() == null ? "" : failed.cause().reason();
            throw Problems.cloud(Problems.of(Code.NOT_BOOTSTRAPPED, "the bootstrap stack failed: " + reason));
        });
        return outcomes.get(0);
    }

    private Aws aws() {
        return run.access().in(run.access().region());
    }
}
