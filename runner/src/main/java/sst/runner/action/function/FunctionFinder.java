package sst.runner.action.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.runner.failure.Problems;
import sst.runner.remote.DeployedStage;

/** Finds deployed functions by whatever name a person has at hand. */
final class FunctionFinder {
    private static final String TYPE = "AWS::Lambda::Function";

    private final CloudFormationPort cloudFormation;
    private final DeployedStage stage;
    private final ConstructNames constructs;

    FunctionFinder(CloudFormationPort cloudFormation, DeployedStage stage, ConstructNames constructs) {
        this.cloudFormation = cloudFormation;
        this.stage = stage;
        this.constructs = constructs;
    }

    /**
     * The one function of this name.
     *
     * @param name see {@link #within}; of a construct with one function the construct's name will do
     */
    DeployedFunction find(String name) {
        List<DeployedFunction> found = within(name);
        if (found.size() > 1) {
            String list = String.join(
                    ", ", found.stream().map(DeployedFunction::construct).toList());
            throw Problems.of(Code.NOT_DEPLOYED, "'" + name + "' is not unique")
                    .hint("one of " + list)
                    .asError();
        }
        return found.get(0);
    }

    /**
     * All functions that a name can mean, at least one.
     *
     * @param name a function's construct ({@code Api/GET /notes}), logical id or Lambda name, the end of a construct's
     *     path ({@code GET /notes}), or a construct that has functions ({@code Api}); empty for every function
     */
    List<DeployedFunction> within(String name) {
        List<DeployedFunction> all = all();
        List<Predicate<DeployedFunction>> meanings = List.of(
                function -> name.isEmpty() || function.isCalled(name),
                function -> function.construct().endsWith("/" + name),
                function -> function.construct().startsWith(name + "/"));
        for (Predicate<DeployedFunction> meaning : meanings) {
            List<DeployedFunction> found = all.stream().filter(meaning).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<String> known = all.stream().map(DeployedFunction::construct).toList();
        String what = name.isEmpty() ? "no function is deployed" : "no function '" + name + "' is deployed";
        throw Problems.of(Code.NOT_DEPLOYED, what)
                .hint(name.isEmpty() ? "" : Suggestion.hint(name, known))
                .asError();
    }

    private List<DeployedFunction> all() {
        List<DeployedFunction> functions = new ArrayList<>();
        for (StackState stack : stage.stacks()) {
            for (StackResource resource : Page.all(token -> cloudFormation.resources(stack.arn(), token))) {
                if (resource.type().equals(TYPE)) {
                    String construct = constructs.of(stack.name(), resource.logicalId());
                    functions.add(new DeployedFunction(construct, resource.logicalId(), resource.physicalId()));
                }
            }
        }
        return functions;
    }
}
