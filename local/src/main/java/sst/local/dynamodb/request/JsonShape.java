package sst.local.dynamodb.request;

import com.fasterxml.jackson.databind.JsonNode;

/** What AWS's parser calls a JSON value in {@code SerializationException} texts. */
public final class JsonShape {
    private JsonShape() {}

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
