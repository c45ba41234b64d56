package sst.runner.plan.change;

import java.util.List;

/**
 * Everything that differs between a stack's template and the deployed one.
 *
 * @param others what differs beside resources, in words: outputs, tags, parameters
 */
public record StackChanges(List<Change> resources, List<SecurityChange> security, List<String> others) {
    /** Nothing differs. */
    public static final StackChanges NONE = new StackChanges(List.of(), List.of(), List.of());

    public StackChanges {
        resources = List.copyOf(resources);
        security = List.copyOf(security);
        others = List.copyOf(others);
    }

    public boolean isEmpty() {
        return resources.isEmpty() && security.isEmpty() && others.isEmpty();
    }
}
