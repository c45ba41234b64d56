package sst.runner.deploy.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.StackOutcome.Verdict;

/** Takes back the failed change of one stack: one that was kept, or whose own rollback failed. */
public final class RollbackTask implements StackTask {
    private final StackState stack;
    private final String label;
    private final StackSite site;
    private final List<String> skip;
    private Supplier<Step> next = this::begin;
    private @Nullable StackWatch watch;
    private int looks;

    /** @param skip logical ids that are left as they are when a rollback goes on */
    public RollbackTask(StackState stack, String label, StackSite site, List<String> skip) {
        this.stack = stack;
        this.label = label;
        this.site = site;
        this.skip = List.copyOf(skip);
    }

    /** Whether there is something to take back. */
    public static boolean isNeeded(StackState stack) {
        return stack.status().isPaused() || stack.status().is("UPDATE_ROLLBACK_FAILED");
    }

    @Override
    public String stack() {
        return stack.name();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Step step() {
        return next.get();
    }

    private Step begin() {
        site.events().accept(new StackStarted(stack(), Operation.ROLLBACK));
        watch = StackWatch.ofNext(site, stack);
        next = this::rollBack;
        return Again.NOW;
    }

    private Step rollBack() {
        String token = site.token(stack(), "rollback");
        if (stack.status().isPaused()) {
            site.cloudFormation().rollback(stack.arn(), token, site.executionRole());
        } else {
            site.cloudFormation().continueRollback(stack.arn(), token, site.executionRole(), skip);
        }
        next = this::awaitEnd;
        return new Again(site.polls().interval(looks++));
    }

    private Step awaitEnd() {
        StackWatch watching = watch;
        var wait = site.polls().take();
        if (!wait.isZero() || watching == null) {
            return new Again(wait);
        }
        Optional<StackState> found = watching.look();
        boolean moved = watching.hasMoved();
        if (found.isEmpty()) {
            return new Ended(StackEnd.failed(this, "the stack was deleted by someone else meanwhile"));
        }
        StackState state = found.get();
        if (state.status().isInProgress() || !moved) {
            return new Again(site.polls().interval(looks++));
        }
        if (state.status().isFailed()) {
            return new Ended(StackEnd.failed(this, watching, state, StackEnd.Sources.bare(site, stack)));
        }
        return new Ended(StackEnd.good(this, Verdict.ROLLED_BACK, state));
    }
}
