package sst.runner.deploy.hotswap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.Change;

/** Whether the changes of a stack can go straight to its resources, around CloudFormation. */
public sealed interface Swap {
    /** They can. */
    record Possible(List<Part> parts) implements Swap {
        public Possible {
            parts = List.copyOf(parts);
        }
    }

    /** They cannot; a full deploy is needed. */
    record Impossible(String reason) implements Swap {}

    /**
     * What differs in one resource.
     *
     * @param paths from the resource's properties: {@code Code}, {@code Environment.Variables.X}, {@code Timeout} …
     */
    record Part(String logicalId, Set<String> paths) {
        public Part {
            paths = Set.copyOf(paths);
        }
    }

    /** Looks at each change; one that only CloudFormation can make decides for the whole stack. */
    static Swap of(StackPlan plan) {
        if (!(plan instanceof StackPlan.Update update)) {
            return new Impossible("the stack is not updated in place");
        }
        if (!update.changes().others().isEmpty()) {
            return new Impossible(update.changes().others().get(0) + " changes");
        }
        if (!update.changes().security().isEmpty()) {
            return new Impossible("rights change");
        }
        List<Part> parts = new ArrayList<>();
        for (Change change : update.changes().resources()) {
            @Nullable Part part = SwapRules.part(change, plan.stack().template());
            if (part == null) {
                return new Impossible(change.origin().construct() + " (" + change.type() + ") changes");
            }
            parts.add(part);
        }
        return new Possible(parts);
    }
}
