package sst.runner.deploy.hotswap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.PropertyChange;
import sst.runner.plan.change.Replacement;

/** Whether the changes of a stack can go straight to its functions, around CloudFormation. */
public sealed interface Swap {
    /** They can. */
    record Possible(List<FunctionPaths> functions) implements Swap {
        public Possible {
            functions = List.copyOf(functions);
        }
    }

    /** They cannot; a full deploy is needed. */
    record Impossible(String reason) implements Swap {}

    /**
     * What differs in one function.
     *
     * @param paths from the resource's properties: {@code Code}, {@code Environment.Variables.X}, {@code Timeout} …
     */
    record FunctionPaths(String logicalId, Set<String> paths) {
        public FunctionPaths {
            paths = Set.copyOf(paths);
        }
    }

    /** Settings that Lambda takes by UpdateFunctionConfiguration, beside the environment. */
    Set<String> SETTINGS = Set.of("MemorySize", "Timeout", "Handler", "Description");

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
        List<FunctionPaths> functions = new ArrayList<>();
        for (Change change : update.changes().resources()) {
            Set<String> paths = new TreeSet<>();
            for (PropertyChange property : change.properties()) {
                paths.add(property.isCode() ? "Code" : property.path());
            }
            boolean possible = change.type().equals("AWS::Lambda::Function")
                    && change.action() == Change.Action.CHANGE
                    && change.replacement() == Replacement.NO
                    && change.properties().stream().allMatch(Swap::isPossible);
            if (!possible) {
                return new Impossible(change.origin().construct() + " (" + change.type() + ") changes");
            }
            functions.add(new FunctionPaths(change.logicalId(), paths));
        }
        return new Possible(functions);
    }

    private static boolean isPossible(PropertyChange property) {
        boolean known = property.isCode()
                || SETTINGS.contains(property.path())
                || property.path().matches("Environment\\.Variables\\.[A-Za-z0-9_]+");
        return known && TemplateValues.isSimple(property.before()) && TemplateValues.isSimple(property.after());
    }
}
