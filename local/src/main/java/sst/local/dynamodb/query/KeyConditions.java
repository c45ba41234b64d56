package sst.local.dynamodb.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.BeginsWith;
import sst.local.dynamodb.condition.Between;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Contains;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.HasType;
import sst.local.dynamodb.condition.Not;
import sst.local.dynamodb.condition.OneOf;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.condition.SizeOf;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.wire.AwsException;

/** Takes a key condition expression apart into one comparison for each key attribute. */
final class KeyConditions {
    private static final String INVALID = "Invalid condition in KeyConditionExpression: ";

    private final Map<String, LegacyOperator> byName = new LinkedHashMap<>();

    private KeyConditions() {}

    static Map<String, LegacyOperator> of(Condition condition) {
        KeyConditions conditions = new KeyConditions();
        conditions.read(condition);
        return conditions.byName;
    }

    private void read(Condition condition) {
        if (condition instanceof And and) {
            read(and.left());
            read(and.right());
        } else if (condition instanceof Comparison comparison && comparison.operator() != Comparator.NE) {
            comparison(comparison);
        } else if (condition instanceof Between between) {
            requirePathFirst("BETWEEN", between.operand());
            requireOneName(between.operand(), between.lower(), between.upper());
            add(between.operand(), "BETWEEN", List.of(literal(between.lower()), literal(between.upper())));
        } else if (condition instanceof BeginsWith begins) {
            requirePathFirst("begins_with", begins.operand());
            requireOneName(begins.operand(), begins.prefix());
            add(begins.operand(), "BEGINS_WITH", List.of(literal(begins.prefix())));
        } else {
            throw Rejection.validation("Invalid operator used in KeyConditionExpression: " + word(condition));
        }
    }

    private void comparison(Comparison comparison) {
        Operand left = comparison.left();
        Operand right = comparison.right();
        requireOneName(left, right);
        if (left instanceof Path) {
            add(left, comparison.operator().name(), List.of(literal(right)));
        } else if (right instanceof Path) {
            add(right, comparison.operator().mirrored().name(), List.of(literal(left)));
        } else {
            throw Rejection.validation(INVALID + "No key attribute specified");
        }
    }

    private void add(Operand operand, String operator, List<AttributeValue> values) {
        requireNotNested(operand);
        if (operand instanceof Path path
                && byName.putIfAbsent(path.head(), new LegacyOperator(operator, values)) != null) {
            throw Rejection.validation("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static void requirePathFirst(String operator, Operand operand) {
        if (operand instanceof SizeOf) {
            requireNotNested(operand);
        }
        if (!(operand instanceof Path)) {
            throw Rejection.validation(
                    INVALID + operator + " operator must have the key attribute as its first operand");
        }
    }

    private static void requireOneName(Operand... operands) {
        boolean hasName = false;
        for (Operand operand : operands) {
            if (hasName && operand instanceof Path) {
                throw Rejection.validation(INVALID + "Multiple attribute names used in one condition");
            }
            requireNotNested(operand);
            hasName |= operand instanceof Path;
        }
    }

    private static void requireNotNested(Operand operand) {
        if (operand instanceof SizeOf) {
            throw Rejection.validation("KeyConditionExpressions cannot contain nested operations");
        }
        if (operand instanceof Path path && path.isNested()) {
            throw Rejection.validation("KeyConditionExpressions cannot have conditions on nested attributes");
        }
    }

    private static AttributeValue literal(Operand operand) {
        return Optional.of(operand)
                .filter(Literal.class::isInstance)
                .map(Literal.class::cast)
                .map(Literal::value)
                .orElseThrow(KeyConditions::nested);
    }

    private static AwsException nested() {
        return Rejection.validation("KeyConditionExpressions cannot contain nested operations");
    }

    private static String word(@Nullable Condition condition) {
        if (condition instanceof Or) {
            return "OR";
        }
        if (condition instanceof Not) {
            return "NOT";
        }
        if (condition instanceof OneOf) {
            return "IN";
        }
        if (condition instanceof Exists exists) {
            return exists.expected() ? "attribute_exists" : "attribute_not_exists";
        }
        if (condition instanceof HasType) {
            return "attribute_type";
        }
        return condition instanceof Contains ? "contains" : "<>";
    }
}
