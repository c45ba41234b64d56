package sst.local.dynamodb.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.BeginsWith;
import sst.local.dynamodb.condition.Between;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Contains;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.Not;
import sst.local.dynamodb.condition.OneOf;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.ValueOrder;
import sst.local.dynamodb.value.ValueReader;
import sst.local.dynamodb.value.ValueType;

/**
 * A legacy comparison with its operands, checked.
 *
 * @param name AWS's operator, such as {@code BEGINS_WITH}
 * @param values what it compares with
 */
public record LegacyOperator(String name, List<AttributeValue> values) {
    private static final List<String> NAMES = List.of(
            "IN",
            "NULL",
            "BETWEEN",
            "LT",
            "NOT_CONTAINS",
            "EQ",
            "GT",
            "NOT_NULL",
            "NE",
            "LE",
            "BEGINS_WITH",
            "GE",
            "CONTAINS");
    private static final Map<String, Integer> COUNTS = Map.of("NULL", 0, "NOT_NULL", 0, "BETWEEN", 2);
    private static final Set<ValueType> SCALARS = Set.of(ValueType.S, ValueType.N, ValueType.B);
    private static final Set<ValueType> PREFIXES = Set.of(ValueType.S, ValueType.B);

    public LegacyOperator {
        values = List.copyOf(values);
    }

    /**
     * Reads a legacy condition.
     *
     * @throws sst.local.wire.AwsException when operator and operands do not fit
     */
    public static LegacyOperator read(Input condition) {
        new Constraints()
                .required(condition, "ComparisonOperator")
                .oneOf(condition, "ComparisonOperator", NAMES)
                .check();
        List<AttributeValue> values = new ArrayList<>();
        condition.node("Value").ifPresent(value -> values.add(ValueReader.value(value)));
        condition.list("AttributeValueList").forEach(value -> values.add(ValueReader.value(value)));
        LegacyOperator operator = new LegacyOperator(condition.text("ComparisonOperator", ""), values);
        operator.requireFit();
        return operator;
    }

    /** The condition on that attribute. */
    public Condition condition(String attribute) {
        Path path = Path.of(attribute);
        return switch (name) {
            case "NULL" -> new Exists(path, false);
            case "NOT_NULL" -> new Exists(path, true);
            case "CONTAINS" -> contains(path);
            case "NOT_CONTAINS" -> new And(new Exists(path, true), new Not(contains(path)));
            case "BEGINS_WITH" -> new BeginsWith(path, operand(0));
            case "BETWEEN" -> new Between(path, operand(0), operand(1));
            case "IN" ->
                new OneOf(path, values.stream().<Operand>map(Literal::new).toList());
            default -> new Comparison(Comparator.valueOf(name), path, operand(0));
        };
    }

    private Condition contains(Path whole) {
        return new Contains(whole, new Literal(values.get(0)));
    }

    private Operand operand(int index) {
        return new Literal(values.get(index));
    }

    private void requireFit() {
        boolean rightCount = name.equals("IN") ? !values.isEmpty() : values.size() == COUNTS.getOrDefault(name, 1);
        if (!rightCount) {
            throw Rejection.invalid("Invalid number of argument(s) for the " + name + " ComparisonOperator");
        }
        if (values.stream().map(AttributeValue::type).distinct().count() > 1) {
            throw Rejection.invalid("AttributeValues inside AttributeValueList must be of same type");
        }
        values.stream()
                .map(AttributeValue::type)
                .filter(type -> !accepts(type))
                .findFirst()
                .ifPresent(type -> {
                    throw Rejection.invalid(
                            "ComparisonOperator " + name + " is not valid for " + type + " AttributeValue type");
                });
        if (name.equals("BETWEEN")
                && ValueOrder.compare(values.get(0), values.get(1)).orElse(0) > 0) {
            throw Rejection.validation(
                    "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
        }
    }

    private boolean accepts(ValueType type) {
        return switch (name) {
            case "EQ", "NE" -> true;
            case "BEGINS_WITH" -> PREFIXES.contains(type);
            default -> SCALARS.contains(type);
        };
    }
}
