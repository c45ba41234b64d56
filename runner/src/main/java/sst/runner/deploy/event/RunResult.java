package sst.runner.deploy.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a run.
 *
 * @param stopped whether the user stopped it
 */
public record RunResult(List<StackOutcome> stacks, boolean stopped) {
    public RunResult {
        stacks = List.copyOf(stacks);
    }

    /** Whether every stack is as it should be. */
    public boolean isGood() {
        return !stopped && stacks.stream().allMatch(StackOutcome::isGood);
    }

    /** The stacks that failed themselves, the first one first. */
    public List<StackOutcome> failed() {
        return stacks.stream()
                .filter(stack -> stack.verdict() == StackOutcome.Verdict.FAILED)
                .toList();
    }

    /** Outputs by stack name. */
    public Map<String, Map<String, String>> outputs() {
        Map<String, Map<String, String>> outputs = new TreeMap<>();
        stacks.stream().filter(StackOutcome::isGood).forEach(s -> outputs.put(s.stack(), new TreeMap<>(s.outputs())));
        return outputs;
    }
}
