package sst.dsl.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import sst.model.app.Constructs;
import sst.model.app.DefaultsBlock;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructKind;
import sst.model.schema.Block;

/** A stack block. */
record StackPlace(SourceWalk walk, StackBlock stack) implements Place {
    @Override
    public void call(MethodCallExpression call, String name, List<Expression> arguments) {
        Optional<ConstructKind<?, ?>> kind = kind(name);
        if (kind.isPresent()) {
            Block<?> block = kind.get().schema().newBlock();
            block.label(kind.get().method() + " '" + id(arguments) + "'");
            new BlockPlace(walk, block).fill(arguments);
        } else if (name.equals("defaults")) {
            new BlockPlace(walk, new DefaultsBlock()).fill(arguments);
        } else if (name.equals("cdk")) {
            walk.within(FREE, () -> call.getArguments().visit(walk));
        } else if (walk.rehearsal().isStackWord(name) || Members.isGroovys(name)) {
            call.getArguments().visit(walk);
        } else {
            walk.report(call, walk.rehearsal().call(stack, name));
        }
    }

    private static Optional<ConstructKind<?, ?>> kind(String name) {
        return Constructs.all().stream()
                .filter(each -> each.method().equals(name) || each.synonyms().contains(name))
                .findFirst();
    }

    private static String id(List<Expression> arguments) {
        return arguments.stream()
                .filter(ConstantExpression.class::isInstance)
                .map(Expression::getText)
                .findFirst()
                .orElse("…");
    }

    @Override
    public void assign(BinaryExpression assignment, String name) {
        walk.report(assignment, walk.rehearsal().assign(stack, name, ""));
        assignment.getRightExpression().visit(walk);
    }

    @Override
    public void read(VariableExpression variable) {
        walk.report(variable, walk.rehearsal().read(stack, variable.getName()));
    }

    @Override
    public Optional<Class<?>> handle(String method) {
        return kind(method).flatMap(kind -> Arrays.stream(StackBlock.class.getMethods())
                .filter(each -> each.getName().equals(kind.method()))
                .map(each -> (Class<?>) each.getReturnType())
                .filter(ConstructHandle.class::isAssignableFrom)
                .findFirst());
    }
}
