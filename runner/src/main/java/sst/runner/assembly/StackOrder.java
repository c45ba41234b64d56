package sst.runner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** Puts stacks behind the ones they need, and names the circle where that cannot be done. */
final class StackOrder {
    private final Map<String, StackArtifact> byName = new LinkedHashMap<>();
    private final List<StackArtifact> sorted = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private StackOrder(List<StackArtifact> stacks) {
        stacks.forEach(stack -> byName.put(stack.stackName(), stack));
    }

    static List<StackArtifact> sorted(List<StackArtifact> stacks) {
        StackOrder order = new StackOrder(stacks);
        order.byName.values().forEach(order::visit);
        return order.sorted;
    }

    private void visit(StackArtifact stack) {
        String name = stack.stackName();
        if (done.contains(name)) {
            return;
        }
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
            circle.add(name);
            throw Problems.of(
                            Code.CIRCULAR_STACKS, "stacks need each other in a circle: " + String.join(" -> ", circle))
                    .hint("move what both need into a third stack")
                    .asError();
        }
        path.add(name);
        stack.dependsOn().stream().sorted().forEach(dependency -> {
            StackArtifact needed = byName.get(dependency);
            if (needed != null) {
                visit(needed);
            }
        });
        path.remove(name);
        done.add(name);
        sorted.add(stack);
    }
}
