package sst.runner.plan;

import java.util.List;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.SecurityChange;

/**
 * What a deploy would do, stack by stack, importers after exporters.
 *
 * @param orphans stacks of the stage that are deployed but no longer in the config
 * @param notes what the reader should know beside the changes
 */
public record Plan(List<StackPlan> stacks, List<StackState> orphans, List<String> notes) {
    public Plan {
        stacks = List.copyOf(stacks);
        orphans = List.copyOf(orphans);
        notes = List.copyOf(notes);
    }

    /** A plan of stacks alone. */
    public Plan(List<StackPlan> stacks) {
        this(stacks, List.of(), List.of());
    }

    /** Whether nothing at all would happen. */
    public boolean isEmpty() {
        return stacks.stream().allMatch(StackPlan.Skip.class::isInstance);
    }

    /** Stacks that cannot be deployed before somebody decides. */
    public List<StackPlan.Blocked> blocked() {
        return only(StackPlan.Blocked.class);
    }

    /** Stacks where an earlier operation is still going on. */
    public List<StackPlan.Resume> resumed() {
        return only(StackPlan.Resume.class);
    }

    /** Every resource change of every stack. */
    public List<Change> changes() {
        return stacks.stream().flatMap(s -> s.changes().resources().stream()).toList();
    }

    /** Every change of rights or of the network. */
    public List<SecurityChange> security() {
        return stacks.stream().flatMap(s -> s.changes().security().stream()).toList();
    }

    /** Changes that lose data or take something away. */
    public List<Change> destructive() {
        return changes().stream().filter(Change::isDestructive).toList();
    }

    public PlanCounts counts() {
        return PlanCounts.of(changes());
    }

    private <T> List<T> only(Class<T> kind) {
        return stacks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
