package sst.local.lambda.control.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Reads the members of calls, whose numbers may arrive as text. */
public final class Members {
    private Members() {}

    /** A new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new list. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A text that may be missing. */
    public static String text(JsonNode input, String name) {
        return input.path(name).asText("");
    }

    /** A text that must be there. */
    public static String required(JsonNode input, String name) {
        String text = text(input, name);
        if (text.isEmpty()) {
            throw Faults.invalid("1 validation error detected: Value null at '" + name
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }

    /** A whole number within bounds. */
    public static int number(JsonNode input, Range range) {
        JsonNode value = input.path(range.name());
        int number = value.asInt(range.fallback());
        if (number < range.least() || number > range.most()) {
            throw Faults.invalid("1 validation error detected: Value '" + number + "' at '" + range.name()
                    + "' failed to satisfy constraint: Member must have value between " + range.least() + " and "
                    + range.most());
        }
        return number;
    }

    /** Text values by name. */
    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> all = new TreeMap<>();
        object.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }

    /** A number's name, value when missing, and bounds. */
    public record Range(String name, int fallback, int least, int most) {}
}
