package sst.local.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.AwsException;

/** {@code ExpressionAttributeNames} and {@code ExpressionAttributeValues} of one request, and which of them were used. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
    private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final Set<String> unusedNames = new LinkedHashSet<>();
    private final Set<String> unusedValues = new LinkedHashSet<>();

    /**
     * Reads and checks both members of a request.
     *
     * @throws AwsException when a key or a value is not valid
     */
    public static Placeholders of(ObjectNode request) {
        Placeholders placeholders = new Placeholders();
        placeholders.readNames(request.path("ExpressionAttributeNames"));
        placeholders.readValues(request.path("ExpressionAttributeValues"));
        return placeholders;
    }

    Optional<String> name(String placeholder) {
        unusedNames.remove(placeholder);
        return Optional.ofNullable(names.get(placeholder));
    }

    Optional<AttributeValue> value(String placeholder) {
        unusedValues.remove(placeholder);
        return Optional.ofNullable(values.get(placeholder));
    }

    /**
     * To be called when all expressions of the request are parsed.
     *
     * @throws AwsException when one of the placeholders was not used
     */
    public void requireAllUsed() {
        requireUsed("ExpressionAttributeNames", unusedNames);
        requireUsed("ExpressionAttributeValues", unusedValues);
    }

    private static void requireUsed(String member, Set<String> unused) {
        if (!unused.isEmpty()) {
            throw Rejection.validation("Value provided in " + member + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }

    private void readNames(JsonNode json) {
        requireKeys("ExpressionAttributeNames", json, NAME);
        json.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw Rejection.serialization("Unexpected field type");
            }
            names.put(entry.getKey(), entry.getValue().textValue());
        });
        unusedNames.addAll(names.keySet());
    }

    private void readValues(JsonNode json) {
        requireKeys("ExpressionAttributeValues", json, VALUE);
        json.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        unusedValues.addAll(values.keySet());
    }

    private static AttributeValue value(String key, JsonNode json) {
        try {
            return ValueReader.value(json);
        } catch (AwsException e) {
            if (!e.code().equals("ValidationException")) {
                throw e;
            }
            throw Rejection.validation(
                    "ExpressionAttributeValues contains invalid value: " + e.text() + " for key " + key);
        }
    }

    private static void requireKeys(String member, JsonNode json, Pattern form) {
        if (json.isMissingNode() || json.isNull()) {
            return;
        }
        if (!json.isObject()) {
            throw Rejection.serialization("Unexpected field type");
        }
        if (json.isEmpty()) {
            throw Rejection.validation(member + " must not be empty");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!form.matcher(key).matches()) {
                throw Rejection.validation(member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        });
    }
}
