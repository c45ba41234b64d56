package sst.dsl.outline;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;
import sst.dsl.outline.Term.Kind;

/** Reads calls and the blocks that are made of them. */
final class Calls {
    private Calls() {}

    static MethodCallExpression of(Statement statement) {
        if (expression(statement) instanceof MethodCallExpression call && isOfBlock(call)) {
            return call;
        }
        throw new OnlyByRunning();
    }

    private static Expression expression(Statement statement) {
        if (statement instanceof ExpressionStatement only && statement.getStatementLabels() == null) {
            return only.getExpression();
        }
        throw new OnlyByRunning();
    }

    private static boolean isOfBlock(MethodCallExpression call) {
        return call.isImplicitThis()
                && call.getMethod() instanceof ConstantExpression
                && !call.isSafe()
                && !call.isSpreadSafe()
                && call.getGenericsTypes() == null;
    }

    static List<Expression> arguments(MethodCallExpression call) {
        if (call.getArguments() instanceof TupleExpression tuple) {
            return tuple.getExpressions();
        }
        throw new OnlyByRunning();
    }

    static Expression single(List<Expression> arguments) {
        if (arguments.size() == 1) {
            return arguments.get(0);
        }
        throw new OnlyByRunning();
    }

    /** A block's content, from a closure or named arguments. */
    static Term block(List<Expression> arguments) {
        Expression only = single(arguments);
        return only instanceof MapExpression map ? entries(map) : body(only);
    }

    static Term body(Expression expression) {
        if (expression instanceof ClosureExpression closure
                && !closure.isParameterSpecified()
                && closure.getCode() instanceof BlockStatement code) {
            return new Term(
                    Kind.BODY,
                    "",
                    code.getStatements().stream().map(Calls::line).toList());
        }
        throw new OnlyByRunning();
    }

    private static Term line(Statement statement) {
        if (expression(statement) instanceof BinaryExpression assignment
                && !(assignment instanceof DeclarationExpression)
                && assignment.getOperation().getType() == Types.ASSIGN
                && assignment.getLeftExpression() instanceof VariableExpression name) {
            return new Term(Kind.ASSIGNMENT, name.getName(), List.of(Terms.of(assignment.getRightExpression())));
        }
        MethodCallExpression call = of(statement);
        Expression value = single(arguments(call));
        return new Term(Kind.CALL, call.getMethodAsString(), List.of(Terms.of(value)));
    }

    static Term entries(MapExpression map) {
        List<Term> entries = new ArrayList<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression key)) {
                throw new OnlyByRunning();
            }
            entries.add(new Term(Kind.CALL, key.getText(), List.of(Terms.of(entry.getValueExpression()))));
        }
        return new Term(Kind.MAP, "", entries);
    }
}
