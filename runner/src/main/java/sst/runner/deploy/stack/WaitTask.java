package sst.runner.deploy.stack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.stack.StackWatch.StackName;

/** Follows an operation that an earlier run, or someone else, has begun, until the stack rests. */
public final class WaitTask implements StackTask {
    private final StackArtifact artifact;
    private final StackState found;
    private final StackSite site;
    private @Nullable StackWatch watch;
    private int looks;

    public WaitTask(StackArtifact artifact, StackState found, StackSite site) {
        this.artifact = artifact;
        this.found = found;
        this.site = site;
    }

    @Override
    public String stack() {
        return artifact.stackName();
    }

    @Override
    public String label() {
        return artifact.label();
    }

    @Override
    public Step step() {
        StackWatch watching = watch;
        if (watching == null) {
            site.events().accept(new StackStarted(stack(), Operation.WAIT));
            watching = new StackWatch(site, new StackName(stack(), found.arn()), found.changed(), artifact::origin);
            watch = watching;
        }
        var wait = site.polls().take();
        if (!wait.isZero()) {
            return new Again(wait);
        }
        Optional<StackState> state = watching.look();
        if (state.isEmpty() || !state.get().status().isInProgress()) {
            return new Ended(ended(Verdict.UNCHANGED));
        }
        return new Again(site.polls().interval(looks++));
    }
}
