package sst.local.cfn.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.value.ParameterValue;

/**
 * A stack as it stands.
 *
 * @param id its identity
 * @param status where it stands
 * @param reason why; empty when there is nothing to say
 * @param input what it is, or is about to be, made from
 * @param previous what it was made from before the changes that are not settled yet; null when all is settled
 * @param outputs after its last successful operation
 * @param imports the export names it uses
 * @param options how it behaves
 * @param times when things happened to it
 * @param run its last operation
 */
public record Stack(
        StackId id,
        StackStatus status,
        String reason,
        StackInput input,
        @Nullable StackInput previous,
        List<StackOutput> outputs,
        Set<String> imports,
        StackOptions options,
        StackTimes times,
        StackRun run) {
    public Stack {
        outputs = List.copyOf(outputs);
        imports = Set.copyOf(imports);
    }

    /** The same stack elsewhere in its life. */
    public Stack with(StackStatus next, String why) {
        return new Stack(id, next, why, input, previous, outputs, imports, options, times, run);
    }

    /** The same stack, to be made from something else, with what to go back to. */
    public Stack with(StackInput target, @Nullable StackInput goBackTo) {
        return new Stack(id, status, reason, target, goBackTo, outputs, imports, options, times, run);
    }

    /** The same stack with new results. */
    public Stack withResults(List<StackOutput> results, Set<String> used) {
        return new Stack(id, status, reason, input, previous, results, used, options, times, run);
    }

    /** The same stack with other options. */
    public Stack with(StackOptions other) {
        return new Stack(id, status, reason, input, previous, outputs, imports, other, times, run);
    }

    /** The same stack with other times. */
    public Stack with(StackTimes other) {
        return new Stack(id, status, reason, input, previous, outputs, imports, options, other, run);
    }

    /** The same stack with another operation. */
    public Stack with(StackRun other) {
        return new Stack(id, status, reason, input, previous, outputs, imports, options, times, other);
    }

    /** What answers about it must not show. */
    public HiddenValues hidden() {
        List<ParameterValue> parameters = new ArrayList<>(input.parameters().values());
        if (previous != null) {
            parameters.addAll(previous.parameters().values());
        }
        return HiddenValues.of(parameters);
    }

    /** Whether it is gone and only its ARN finds it. */
    public boolean isDeleted() {
        return status == StackStatus.DELETE_COMPLETE;
    }
}
