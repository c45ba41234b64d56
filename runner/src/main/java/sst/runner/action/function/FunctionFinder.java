package sst.runner.action.function;

import java.util.ArrayList;
import java.util.List;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.runner.failure.Problems;
import sst.runner.remote.DeployedStage;

/** Finds a deployed function by whatever name a person has at hand. */
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
     * The function's name in Lambda.
     *
     * @param name its construct ({@code Api/GET /notes}, or the part behind the last match), logical id or Lambda name
     */
    String find(String name) {
        List<String> exact = new ArrayList<>();
        List<String> partial = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (StackState stack : stage.stacks()) {
            for (StackResource resource : Page.all(token -> cloudFormation.resources(stack.arn(), token))) {
                if (resource.type().equals(TYPE)) {
                    String construct = constructs.of(stack.name(), resource.logicalId());
                    known.add(construct);
                    if (List.of(construct, resource.logicalId(), resource.physicalId())
                            .contains(name)) {
                        exact.add(resource.physicalId());
                    } else if (construct.endsWith("/" + name)) {
                        partial.add(resource.physicalId());
                    }
                }
            }
        }
        List<String> found = exact.isEmpty() ? partial : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        String problem = found.isEmpty() ? "no function '" + name + "' is deployed" : "'" + name + "' is not unique";
        throw Problems.of(Code.NOT_DEPLOYED, problem)
                .hint(found.isEmpty() ? Suggestion.hint(name, known) : "one of " + String.join(", ", found))
                .asError();
    }
}
