package sst.local.cfn.stack.resource;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a stack, with all that is needed to go on or back after a kill.
 *
 * @param logicalId its name in the template
 * @param type its type
 * @param state where it stands
 * @param current what exists; null before creation and after deletion
 * @param undo what to go back to; null when nothing was done since the stack was settled
 * @param discarded what was replaced and waits for its deletion
 * @param pendingName the name under which a creation began that is not finished; empty for none
 * @param finishedBy the operation that finished it last
 */
public record StackResource(
        String logicalId,
        String type,
        State state,
        @Nullable Instance current,
        @Nullable Undo undo,
        List<Instance> discarded,
        String pendingName,
        String finishedBy) {
    /**
     * Where a resource stands.
     *
     * @param status AWS's status
     * @param reason empty when there is nothing to say
     * @param at milliseconds since the epoch
     */
    public record State(ResourceStatus status, String reason, long at) {}

    /**
     * What a rollback goes back to.
     *
     * @param instance what existed; null when the resource is new
     */
    public record Undo(@Nullable Instance instance) {}

    public StackResource {
        discarded = List.copyOf(discarded);
    }

    /** A resource about which nothing is known but its declaration. */
    public static StackResource unknown(String logicalId, String type, State state) {
        return new StackResource(logicalId, type, state, null, null, List.of(), "", "");
    }

    /** The same in another state. */
    public StackResource with(State other) {
        return new StackResource(logicalId, type, other, current, undo, discarded, pendingName, finishedBy);
    }

    /** The same, with what exists now to be gone back to unless there is something already. */
    public StackResource remembering() {
        Undo kept = undo == null ? new Undo(current) : undo;
        return new StackResource(logicalId, type, state, current, kept, discarded, pendingName, finishedBy);
    }

    /** The same, with a creation begun under a name. */
    public StackResource pending(String name) {
        return new StackResource(logicalId, type, state, current, undo, discarded, name, finishedBy);
    }

    /** The same, finished by an operation. */
    public StackResource finished(String operation) {
        return new StackResource(logicalId, type, state, current, undo, discarded, pendingName, operation);
    }

    /** The same with something else existing; no creation is pending any more. */
    public StackResource now(@Nullable Instance instance) {
        return new StackResource(logicalId, type, state, instance, undo, discarded, "", finishedBy);
    }

    /** The same with what exists now waiting for deletion and something else in its place. */
    public StackResource replacedBy(@Nullable Instance instance) {
        List<Instance> waiting = new ArrayList<>(discarded);
        if (current != null) {
            waiting.add(current);
        }
        return new StackResource(logicalId, type, state, instance, undo, waiting, "", finishedBy);
    }

    /** The same without one that waited for deletion. */
    public StackResource without(Instance gone) {
        List<Instance> waiting = new ArrayList<>(discarded);
        waiting.removeIf(each -> each.physicalId().equals(gone.physicalId()));
        return new StackResource(logicalId, type, state, current, undo, waiting, pendingName, finishedBy);
    }

    /** The same with nothing to go back to. */
    public StackResource settled() {
        return new StackResource(logicalId, type, state, current, null, List.of(), "", finishedBy);
    }

    /** The physical id that is shown; empty when nothing exists. */
    public String physicalId() {
        return current == null ? "" : current.physicalId();
    }
}
