package sst.runner.deploy.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.StackOutcome.Verdict;

/** Deletes one deployed stack and says what stood in the way. */
public final class RemoveTask implements StackTask {
    private final StackState stack;
    private final String label;
    private final StackSite site;
    private final List<String> leave;
    private Supplier<Step> next = this::begin;
    private @Nullable StackWatch watch;
    private int looks;

    /** @param leave logical ids that are left behind when they stood in the way of an earlier removal */
    public RemoveTask(StackState stack, String label, StackSite site, List<String> leave) {
        this.leave = List.copyOf(leave);
        this.stack = stack;
        this.label = label;
        this.site = site;
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
        Step step = next.get();
        if (step instanceof Ended) {
            watch = null;
        }
        return step;
    }

    private Step begin() {
        site.events().accept(new StackStarted(stack(), Operation.REMOVE));
        watch = StackWatch.ofNext(site, stack);
        next = this::delete;
        return Again.NOW;
    }

    private Step delete() {
        String token = site.token(stack(), "remove");
        if (stack.status().is("DELETE_FAILED") && !leave.isEmpty()) {
            site.cloudFormation().deleteStackRetaining(stack.arn(), token, site.executionRole(), leave);
        } else if (!stack.status().is("DELETE_IN_PROGRESS")) {
            site.cloudFormation().deleteStack(stack.arn(), token, site.executionRole());
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
        if (found.isEmpty() || found.get().status().is("DELETE_COMPLETE")) {
            return new Ended(ended(Verdict.REMOVED));
        }
        if (found.get().status().is("DELETE_FAILED") && watching.hasMoved()) {
            return new Ended(StackEnd.failed(this, watching, found.get(), StackEnd.Sources.bare(site, stack)));
        }
        return new Again(site.polls().interval(looks++));
    }
}
