package sst.dsl.check;

import java.util.List;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import sst.dsl.scope.ConfigScript;
import sst.model.app.AppBlock;
import sst.model.diagnostic.UserError;

/** The top level of a file. */
record TopPlace(SourceWalk walk) implements Place {
    @Override
    public void call(MethodCallExpression call, String name, List<Expression> arguments) {
        switch (name) {
            case "app" -> {
                AppBlock block = new AppBlock();
                block.label("app");
                new BlockPlace(walk, block).fill(arguments);
            }
            case "stack" -> stack(call, arguments);
            default -> {
                if (!Members.hasMethod(ConfigScript.class, name)) {
                    walk.report(call, List.of(walk.rehearsal().atTopLevel(name)));
                }
                call.getArguments().visit(walk);
            }
        }
    }

    private void stack(MethodCallExpression call, List<Expression> arguments) {
        String name = arguments.stream()
                .filter(ConstantExpression.class::isInstance)
                .map(each -> String.valueOf(((ConstantExpression) each).getValue()))
                .findFirst()
                .orElse("stack");
        try {
            StackPlace inside = new StackPlace(walk, walk.rehearsal().stack(name));
            for (Expression argument : arguments) {
                if (argument instanceof ClosureExpression closure) {
                    walk.into(closure, inside);
                }
            }
        } catch (UserError error) {
            walk.report(call, error.diagnostics());
        }
    }
}
