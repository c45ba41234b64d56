package sst.runner.plan;

import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.change.StackChanges;

/** What would happen to one stack. */
public sealed interface StackPlan {
    StackArtifact stack();

    /** Empty for a stack that is not touched. */
    default StackChanges changes() {
        return StackChanges.NONE;
    }

    /** Template, tags and parameters are deployed as they are. */
    record Skip(StackArtifact stack, StackState deployed) implements StackPlan {}

    /** The stack is new. */
    record Create(StackArtifact stack, StackChanges changes) implements StackPlan {}

    /** The stack is changed in place. */
    record Update(StackArtifact stack, StackState deployed, StackChanges changes) implements StackPlan {}

    /** A failed creation left a shell that must be deleted first. */
    record Recreate(StackArtifact stack, StackState deployed, StackChanges changes) implements StackPlan {}

    /** An earlier operation is still going on; it is waited for, then the stack is planned again. */
    record Resume(StackArtifact stack, StackState deployed) implements StackPlan {}

    /** A failed change was kept for inspection; it is rolled back first, or with {@code --no-rollback} built upon. */
    record Rollback(StackArtifact stack, StackState deployed, StackChanges changes) implements StackPlan {}

    /**
     * The stack is in a state that needs a decision.
     *
     * @param fix what to do, as an imperative
     */
    record Blocked(StackArtifact stack, StackState deployed, String reason, String fix) implements StackPlan {}
}
