package sst.runner.deploy.stack;

import java.util.Optional;
import java.util.function.Supplier;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.stack.StackTask.Again;

/** Brings a stack that no change can start from to where one can: a kept failure is rolled back, a dead shell deleted. */
final class Clearing {
    private final StackState found;
    private final StackSite site;
    private Supplier<Progress> next;
    private int looks;

    Clearing(StackState found, StackSite site) {
        this.found = found;
        this.site = site;
        this.next = found.status().isPaused() ? this::rollBack : this::delete;
    }

    /** How far it is. */
    sealed interface Progress {}

    /** Not yet at the end. */
    record Going(Again again) implements Progress {}

    /**
     * A change can start.
     *
     * @param gone whether the stack must be created
     */
    record Clear(boolean gone) implements Progress {}

    /** No change can start. */
    record Stuck(String reason) implements Progress {}

    Progress step() {
        return next.get();
    }

    private Progress rollBack() {
        site.cloudFormation().rollback(found.arn(), site.token(found.name(), "back"), site.executionRole());
        next = this::awaitRest;
        return pause();
    }

    private Progress awaitRest() {
        Optional<StackState> state = site.cloudFormation().describe(found.arn());
        if (state.isEmpty()) {
            return new Clear(true);
        }
        if (state.get().status().isInProgress() || state.get().status().isPaused()) {
            return pause();
        }
        if (state.get().status().isDeadShell()) {
            next = this::delete;
            return new Going(Again.NOW);
        }
        boolean updatable = state.get().status().isUpdatable();
        return updatable
                ? new Clear(false)
                : new Stuck("its failed change cannot be rolled back: "
                        + state.get().reason());
    }

    private Progress delete() {
        site.cloudFormation().deleteStack(found.arn(), site.token(found.name(), "shell"), site.executionRole());
        looks = 0;
        next = this::awaitGone;
        return new Going(Again.NOW);
    }

    private Progress awaitGone() {
        Optional<StackState> shell = site.cloudFormation().describe(found.arn());
        if (shell.isEmpty() || shell.get().status().is("DELETE_COMPLETE")) {
            return new Clear(true);
        }
        if (shell.get().status().is("DELETE_FAILED")) {
            return new Stuck("the rest of a failed creation cannot be deleted: "
                    + shell.get().reason());
        }
        return pause();
    }

    private Progress pause() {
        return new Going(new Again(site.polls().interval(looks++)));
    }
}
