package sst.local.dynamodb.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** What AWS's parser calls a JSON value in {@code SerializationException} texts. */
public final class JsonShape {
    private JsonShape() {}

    /** A truth value, which may be written as text; empty when it is none. */
    public static Optional<Boolean> flag(JsonNode json) {
        if (json.isBoolean()) {
            return Optional.of(json.booleanValue());
        }
        return switch (json.asText().toUpperCase(Locale.ROOT)) {
            case "TRUE", "YES", "1" -> Optional.of(true);
            case "FALSE", "NO", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Such as {@code NUMBER_VALUE}. */
    public static String name(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> "STRING_VALUE";
            case NUMBER -> json.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
            case BOOLEAN -> json.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
            case ARRAY -> "START_ARRAY";
            case OBJECT -> "START_OBJECT";
            default -> "NULL_VALUE";
        };
    }
}
