package sst.runner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.account.Aws;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.bootstrap.Bootstrap;
import sst.runner.deploy.bootstrap.BootstrapNames;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.graph.TaskGraph;
import sst.runner.deploy.stack.DeployTask;
import sst.runner.deploy.stack.Polls;
import sst.runner.deploy.stack.StackSite;
import sst.runner.deploy.stack.StackTask;
import sst.runner.deploy.stack.WaitTask;
import sst.runner.failure.Problems;
import sst.runner.plan.StackPlan;

/** Sees to it that account and region can be deployed to: on the local cloud by itself, on AWS when asked. */
public final class Bootstrapping {
    private static final int ATTEMPTS = 5;

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

    /** Makes or renews our bootstrap stack; where another run is faster, what that run makes is waited for. */
    public StackOutcome bootstrap() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            @Nullable StackState found = found();
            if (found != null && found.status().isInProgress()) {
                await(found);
                continue;
            }
            List<DeployEvent> failures = new ArrayList<>();
            StackOutcome outcome = make(found, failures);
            if (outcome.isGood() || run.stop().isRequested()) {
                return outcome;
            }
            if (attempt == ATTEMPTS || !isOvertaken()) {
                failures.forEach(run.events());
                String reason = outcome.cause() == null ? "" : outcome.cause().reason();
                throw Problems.cloud(Problems.of(Code.NOT_BOOTSTRAPPED, "the bootstrap stack failed: " + reason));
            }
        }
    }

    /** An own failure leaves the stack failed or gone; one that stands, or moves, is somebody else's work. */
    private boolean isOvertaken() {
        @Nullable StackState now = found();
        return now != null
                && !now.status().isDeletion()
                && (now.status().isInProgress()
                        || now.status().isReview()
                        || now.status().isGood());
    }

    /** @param failures gets what is not told yet, because it may be another run's success */
    private StackOutcome make(@Nullable StackState found, List<DeployEvent> failures) throws InterruptedException {
        Run quiet = run.telling(event -> {
            boolean failed = event instanceof StackFinished finished
                    && !finished.outcome().isGood();
            (failed ? (Consumer<DeployEvent>) failures::add : run.events()).accept(event);
        });
        return only(quiet, new DeployTask(plan(found), site(quiet), null));
    }

    private void await(StackState found) throws InterruptedException {
        only(run, new WaitTask(plan(found).stack(), found, site(run)));
    }

    private static StackOutcome only(Run run, StackTask task) throws InterruptedException {
        return run.graph(List.of(new TaskGraph.Node(task, Set.of()))).run().get(0);
    }

    private StackPlan plan(@Nullable StackState found) {
        return Bootstrap.plan(
                new BootstrapNames(run.access().account(), run.access().region()), found);
    }

    private @Nullable StackState found() {
        return run.patience()
                .call("the bootstrap stack", () -> aws().cloudFormation().describe(Bootstrap.stackName()))
                .orElse(null);
    }

    private StackSite site(Run told) {
        Polls.Pacing pacing = run.where().local() ? Polls.Pacing.LOCAL : Polls.Pacing.AWS;
        Polls polls = new Polls(pacing, run.pace().clock());
        return new StackSite(aws().cloudFormation(), null, run.id(), aws()::logs, false, polls, told.events());
    }

    private Aws aws() {
        return run.access().in(run.access().region());
    }
}
