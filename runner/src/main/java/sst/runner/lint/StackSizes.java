package sst.runner.lint;

import java.util.Optional;
import java.util.stream.Stream;
import sst.model.api.ApiProps;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.runner.assembly.Assembly;
import sst.runner.assembly.StackArtifact;

/**
 * A stack stays below the number of resources that CloudFormation takes.
 *
 * @param assembly the templates to count in; without them resources are counted by what constructs usually make
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation's limits</a>
 */
record StackSizes(Optional<Assembly> assembly) implements Advice {
    private static final int LIMIT = 500;
    private static final int MANY = LIMIT * 8 / 10;
    private static final int OF_FUNCTION = 3;
    private static final int OF_CALLER = 1;
    private static final int OF_ROUTE = 3;
    private static final int OF_API = 3;

    @Override
    public Stream<Diagnostic> of(AppModel app) {
        return app.stacks().stream().flatMap(this::of);
    }

    private Stream<Diagnostic> of(StackModel stack) {
        Optional<Integer> exact = assembly.flatMap(each -> each.stacks().stream()
                .filter(artifact -> artifact.label().equals(stack.name()))
                .map(StackSizes::counted)
                .findFirst());
        int resources = exact.orElseGet(() -> estimated(stack));
        if (resources < MANY) {
            return Stream.of();
        }
        String about = exact.isPresent() ? "" : "about ";
        return Stream.of(Advice.at(
                        stack.at(),
                        Code.MANY_RESOURCES,
                        "stack '" + stack.name() + "' has " + about + resources + " of the " + LIMIT
                                + " resources that CloudFormation takes")
                .hint("move some of its constructs into another stack")
                .subject(stack.name()));
    }

    private static int counted(StackArtifact stack) {
        return stack.template().path("Resources").size();
    }

    private static int estimated(StackModel stack) {
        return stack.constructs().stream()
                .mapToInt(each -> estimated(stack, each))
                .sum();
    }

    private static int estimated(StackModel stack, ConstructModel construct) {
        int functions = (int) AppFunctions.of(stack, construct).count() * OF_FUNCTION;
        if (construct.props() instanceof ApiProps api) {
            return OF_API + functions + api.routes().size() * OF_ROUTE;
        }
        boolean isFunction = construct.id().type().equals("Function");
        return isFunction ? functions : 1 + functions + functions / OF_FUNCTION * OF_CALLER;
    }
}
