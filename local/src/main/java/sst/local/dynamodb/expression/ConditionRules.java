package sst.local.dynamodb.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.BeginsWith;
import sst.local.dynamodb.condition.Between;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Contains;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.HasType;
import sst.local.dynamodb.condition.OneOf;
import sst.local.dynamodb.condition.SizeOf;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.TextValue;
import sst.local.dynamodb.value.ValueOrder;
import sst.local.dynamodb.value.ValueType;

/** Makes conditions out of operators and operands, and reports operands that an operator cannot have in any item. */
final class ConditionRules {
    private static final int MAX_CHOICES = 100;
    private static final Condition NONE = new Exists(Path.of(""), true);
    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "attribute_exists", 1,
            "attribute_not_exists", 1,
            "attribute_type", 2,
            "begins_with", 2,
            "contains", 2,
            "size", 1);

    private final Problems problems;

    ConditionRules(Problems problems) {
        this.problems = problems;
    }

    Condition comparison(Comparator comparator, Operand left, Operand right) {
        requireDistinct(comparator.symbol(), left, right);
        if (comparator.needsOrder()) {
            requireOrdered(comparator.symbol(), left);
            requireOrdered(comparator.symbol(), right);
        }
        return new Comparison(comparator, left, right);
    }

    Condition between(Operand operand, Operand lower, Operand upper) {
        for (Operand each : List.of(operand, lower, upper)) {
            requireOrdered("BETWEEN", each);
        }
        if (lower instanceof Literal low && upper instanceof Literal high) {
            requireRange(low.value(), high.value());
        }
        return new Between(operand, lower, upper);
    }

    Condition oneOf(Operand operand, List<Operand> choices) {
        if (choices.size() > MAX_CHOICES) {
            problems.report(Problems.Kind.OPERANDS, wrongCount("IN", choices.size() + 1));
        }
        return new OneOf(operand, choices);
    }

    Term call(String name, List<Operand> arguments) {
        @Nullable Integer expected = FUNCTIONS.get(name);
        if (expected == null) {
            problems.report(Problems.Kind.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
        } else if (expected != arguments.size()) {
            problems.report(Problems.Kind.OPERANDS, wrongCount(name, arguments.size()));
        } else if (name.equals("size")) {
            return size(arguments.get(0));
        } else {
            return new Term.Test(test(name, arguments), name, false);
        }
        return name.equals("size") ? new Term.Value(arguments.get(0), name, false) : new Term.Test(NONE, name, false);
    }

    private Term size(Operand operand) {
        @Nullable ValueType type = operand.staticType();
        if (type == ValueType.N || type == ValueType.BOOL || type == ValueType.NULL) {
            wrongType("operator or function: size", type.name());
        }
        return new Term.Value(new SizeOf(operand), "size", false);
    }

    private Condition test(String name, List<Operand> arguments) {
        Operand first = arguments.get(0);
        if (arguments.size() == 1) {
            return exists(name, first);
        }
        Operand second = arguments.get(1);
        requireDistinct(name, first, second);
        return switch (name) {
            case "begins_with" -> beginsWith(first, second);
            case "attribute_type" -> hasType(first, second);
            default -> new Contains(first, second);
        };
    }

    private Condition exists(String name, Operand operand) {
        if (operand instanceof Path path) {
            return new Exists(path, name.equals("attribute_exists"));
        }
        problems.report(
                Problems.Kind.FUNCTION, "Operator or function requires a document path; operator or function: " + name);
        return NONE;
    }

    private Condition beginsWith(Operand operand, Operand prefix) {
        for (Operand each : List.of(operand, prefix)) {
            @Nullable ValueType type = each.staticType();
            if (type != null && type != ValueType.S && type != ValueType.B) {
                wrongType("operator or function: begins_with", type.name());
            }
        }
        return new BeginsWith(operand, prefix);
    }

    private Condition hasType(Operand operand, Operand type) {
        if (!(type instanceof Literal literal) || !(literal.value() instanceof TextValue name)) {
            @Nullable ValueType actual = type.staticType();
            wrongType(
                    "operator or function: attribute_type",
                    actual == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : actual.name());
            return NONE;
        }
        return ValueType.named(name.text())
                .<Condition>map(wanted -> new HasType(operand, wanted))
                .orElseGet(() -> {
                    problems.report(
                            Problems.Kind.FUNCTION,
                            "Invalid attribute type name found; type: " + name.text()
                                    + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
                    return NONE;
                });
    }

    private void requireRange(AttributeValue low, AttributeValue high) {
        String operands = "; lower bound operand: AttributeValue: " + shown(low)
                + ", upper bound operand: AttributeValue: " + shown(high);
        if (low.type() != high.type()) {
            problems.report(
                    Problems.Kind.FUNCTION,
                    "The BETWEEN operator requires same data type for lower and upper bounds" + operands);
        } else if (ValueOrder.compare(low, high).orElse(0) > 0) {
            problems.report(
                    Problems.Kind.FUNCTION,
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound" + operands);
        }
    }

    private void requireOrdered(String operator, Operand operand) {
        @Nullable ValueType type = operand.staticType();
        if (type != null && !type.isOrdered()) {
            wrongType("operator: " + operator, type.name());
        }
    }

    private void requireDistinct(String operator, Operand left, Operand right) {
        if (left instanceof Path && left.equals(right)) {
            problems.report(
                    Problems.Kind.DISTINCT,
                    "The first operand must be distinct from the remaining operands for this operator or function;"
                            + " operator: " + operator + ", first operand: " + left);
        }
    }

    private void wrongType(String operator, String type) {
        problems.report(
                Problems.Kind.FUNCTION,
                "Incorrect operand type for operator or function; " + operator + ", operand type: " + type);
    }

    private static String wrongCount(String operator, int count) {
        return "Incorrect number of operands for operator or function; operator or function: " + operator
                + ", number of operands: " + count;
    }

    private static String shown(AttributeValue value) {
        return "{" + value.type() + ":" + Shown.content(value) + "}";
    }
}
