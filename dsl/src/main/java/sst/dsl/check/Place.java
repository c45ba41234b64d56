package sst.dsl.check;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Where code of a config stands, which decides what its names mean. */
interface Place {
    /** Code that runs with the CDK, or that only a run can judge. */
    Place FREE = new Place() {};

    /** Judges a call without a receiver, and goes into its arguments. */
    default void call(MethodCallExpression call, String name, List<Expression> arguments) {}

    /** Judges an assignment to a name that is no variable. */
    default void assign(BinaryExpression assignment, String name) {}

    /** Judges the reading of a name that is no variable. */
    default void read(VariableExpression variable) {}

    /** The class of the handle that a call of the name returns, if it makes a construct. */
    default Optional<Class<?>> handle(String method) {
        return Optional.empty();
    }
}
