package sst.dsl.outline;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import sst.dsl.outline.Term.Kind;

/** Reads values: literals, the stage, the environment, and what is chosen by them. */
final class Terms {
    private static final int LONGEST = 10_000;

    private Terms() {}

    static Term of(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return literal(constant.getValue());
        } else if (expression instanceof VariableExpression variable) {
            return global(variable.getName());
        } else if (expression instanceof PropertyExpression property) {
            return environment(property.getObjectExpression(), property.getProperty());
        } else if (expression instanceof BooleanExpression test) {
            Term inner = of(test.getExpression());
            return test instanceof NotExpression ? new Term(Kind.NOT, inner) : inner;
        } else if (expression instanceof TernaryExpression choice) {
            return choice(choice);
        } else if (expression instanceof BinaryExpression binary) {
            return binary(binary);
        }
        return made(expression);
    }

    private static Term made(Expression expression) {
        if (expression instanceof GStringExpression text) {
            return joined(text);
        } else if (expression instanceof ListExpression list) {
            return new Term(
                    Kind.LIST, "", list.getExpressions().stream().map(Terms::of).toList());
        } else if (expression instanceof MapExpression map) {
            return Calls.entries(map);
        } else if (expression instanceof ClosureExpression) {
            return Calls.body(expression);
        }
        throw new OnlyByRunning();
    }

    private static Term literal(Object value) {
        if (value == null) {
            return new Term(Kind.NULL);
        } else if (value instanceof Boolean truth) {
            return new Term(truth ? Kind.TRUE : Kind.FALSE);
        } else if (value instanceof String text && text.length() < LONGEST) {
            return new Term(Kind.TEXT, text, List.of());
        } else if (value instanceof Integer number) {
            return new Term(Kind.NUMBER, number.toString(), List.of());
        }
        throw new OnlyByRunning();
    }

    private static Term global(String name) {
        return switch (name) {
            case "stage" -> new Term(Kind.STAGE);
            case "isDev" -> new Term(Kind.IS_DEV);
            default -> throw new OnlyByRunning();
        };
    }

    private static Term environment(Expression of, Expression name) {
        if (of instanceof VariableExpression variable
                && variable.getName().equals("env")
                && name instanceof ConstantExpression constant
                && constant.getValue() instanceof String text) {
            return new Term(Kind.ENVIRONMENT, text, List.of());
        }
        throw new OnlyByRunning();
    }

    private static Term choice(TernaryExpression choice) {
        Term test = of(choice.getBooleanExpression());
        Term otherwise = of(choice.getFalseExpression());
        return choice instanceof ElvisOperatorExpression
                ? new Term(Kind.ELVIS, test, otherwise)
                : new Term(Kind.CHOICE, test, of(choice.getTrueExpression()), otherwise);
    }

    private static Term binary(BinaryExpression binary) {
        Expression left = binary.getLeftExpression();
        Expression right = binary.getRightExpression();
        return switch (binary.getOperation().getType()) {
            case Types.COMPARE_EQUAL -> new Term(Kind.EQUAL, of(left), of(right));
            case Types.COMPARE_NOT_EQUAL -> new Term(Kind.NOT, new Term(Kind.EQUAL, of(left), of(right)));
            case Types.LOGICAL_AND -> new Term(Kind.AND, of(left), of(right));
            case Types.LOGICAL_OR -> new Term(Kind.OR, of(left), of(right));
            case Types.KEYWORD_IN -> among(left, right);
            case Types.COMPARE_NOT_IN -> new Term(Kind.NOT, among(left, right));
            case Types.LEFT_SQUARE_BRACKET -> environment(left, right);
            default -> throw new OnlyByRunning();
        };
    }

    /** Text that is put together equals no literal in a list. */
    private static Term among(Expression left, Expression right) {
        boolean isOfLiterals = right instanceof ListExpression list
                && !(left instanceof GStringExpression)
                && list.getExpressions().stream().allMatch(ConstantExpression.class::isInstance);
        if (!isOfLiterals) {
            throw new OnlyByRunning();
        }
        return new Term(Kind.AMONG, of(left), of(right));
    }

    private static Term joined(GStringExpression text) {
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < text.getStrings().size(); i++) {
            parts.add(of(text.getStrings().get(i)));
            if (i < text.getValues().size()) {
                parts.add(of(text.getValue(i)));
            }
        }
        return new Term(Kind.JOINED, "", parts);
    }
}
