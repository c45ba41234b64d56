package sst.local.cfn.changeset;

import java.util.List;
import sst.local.cfn.change.ResourceChange;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.stack.StackOptions;

/**
 * A change set.
 *
 * @param id its ARN
 * @param name unique among the change sets of its stack
 * @param stack it belongs to
 * @param state where it stands
 * @param input what the stack shall be made from
 * @param options how the stack shall behave
 * @param changes it would make
 * @param description as the caller gave it
 * @param created milliseconds since the epoch
 */
public record ChangeSet(
        String id,
        String name,
        StackId stack,
        State state,
        StackInput input,
        StackOptions options,
        List<ResourceChange> changes,
        String description,
        long created) {
    /**
     * Where a change set stands.
     *
     * @param status such as {@code CREATE_COMPLETE} or {@code FAILED}
     * @param reason why it failed
     * @param execution such as {@code AVAILABLE}
     * @param token the caller's token of its creation
     */
    public record State(String status, String reason, String execution, String token) {}

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** The same with another chance of execution. */
    public ChangeSet executed() {
        State done = new State(state.status(), state.reason(), "EXECUTE_COMPLETE", state.token());
        return new ChangeSet(id, name, stack, done, input, options, changes, description, created);
    }

    /** Whether it can be executed. */
    public boolean isAvailable() {
        return state.execution().equals("AVAILABLE");
    }
}
