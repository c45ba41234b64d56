package sst.local.dynamodb.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.ValueReader;

/** Turns {@code Expected}, {@code QueryFilter} and {@code ScanFilter} into conditions (API reference, "Legacy parameters"). */
public final class LegacyConditions {
    private LegacyConditions() {}

    /** The condition of a filter member; empty when the request has none. */
    public static Optional<Condition> filter(Input request, String member) {
        List<Condition> parts = new ArrayList<>();
        request.object(member).ifPresent(map -> map.properties()
                .forEach(entry -> parts.add(
                        LegacyOperator.read(Input.of(entry.getValue())).condition(entry.getKey()))));
        return combined(request, parts);
    }

    /** The condition of {@code Expected}; empty when the request has none. */
    public static Optional<Condition> expected(Input request) {
        List<Condition> parts = new ArrayList<>();
        request.object("Expected")
                .map(ObjectNode::properties)
                .ifPresent(entries -> entries.forEach(entry -> parts.add(expectation(entry))));
        return combined(request, parts);
    }

    private static Optional<Condition> combined(Input request, List<Condition> parts) {
        String operator = request.text("ConditionalOperator", "");
        if (parts.isEmpty()) {
            if (!operator.isEmpty()) {
                throw Rejection.validation("ConditionalOperator cannot be used without Filter or Expected");
            }
            return Optional.empty();
        }
        if (parts.size() == 1 && !operator.isEmpty()) {
            throw Rejection.validation(
                    "ConditionalOperator can only be used when Filter or Expected has two or more elements");
        }
        return parts.stream().reduce(operator.equals("OR") ? Or::new : And::new);
    }

    private static Condition expectation(Map.Entry<String, JsonNode> entry) {
        String name = entry.getKey();
        Input expected = Input.of(entry.getValue());
        boolean hasValue = expected.has("Value");
        boolean hasList = expected.has("AttributeValueList");
        if (hasValue && hasList) {
            throw Rejection.invalid("Value and AttributeValueList cannot be used together for Attribute: " + name);
        }
        if (expected.has("ComparisonOperator")) {
            return compared(name, expected, hasValue || hasList);
        }
        if (hasList) {
            throw Rejection.invalid(
                    "AttributeValueList can only be used with a ComparisonOperator for Attribute: " + name);
        }
        boolean exists = expected.flag("Exists", true);
        if (exists && !hasValue) {
            throw Rejection.invalid("Value must be provided when Exists is "
                    + (expected.has("Exists") ? "true" : "null") + " for Attribute: " + name);
        }
        if (!exists && hasValue) {
            throw Rejection.invalid("Value cannot be used when Exists is false for Attribute: " + name);
        }
        return exists
                ? new LegacyOperator(
                                "EQ", List.of(ValueReader.value(entry.getValue().path("Value"))))
                        .condition(name)
                : new LegacyOperator("NULL", List.of()).condition(name);
    }

    private static Condition compared(String name, Input expected, boolean hasOperands) {
        String operator = expected.text("ComparisonOperator", "");
        if (expected.has("Exists")) {
            throw Rejection.invalid("Exists and ComparisonOperator cannot be used together for Attribute: " + name);
        }
        if (!hasOperands && !operator.equals("NULL") && !operator.equals("NOT_NULL")) {
            throw Rejection.invalid("Value or AttributeValueList must be used with ComparisonOperator: " + operator
                    + " for Attribute: " + name);
        }
        return LegacyOperator.read(expected).condition(name);
    }
}
