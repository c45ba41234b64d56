package sst.local.cfn.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sst.local.cfn.value.ParameterValue;

/**
 * Values of {@code NoEcho} parameters, which every answer about a stack shows as asterisks.
 *
 * @param values the longest first, so that none is cut by another one that it contains
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">AWS</a>
 */
public record HiddenValues(List<String> values) {
    private static final String SHOWN = "****";

    public HiddenValues {
        values = List.copyOf(values);
    }

    /** Those among parameters. */
    public static HiddenValues of(Collection<ParameterValue> parameters) {
        return new HiddenValues(parameters.stream()
                .filter(ParameterValue::isSecret)
                .flatMap(secret -> Stream.of(secret.given(), secret.value()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    /** The text as it may be shown. */
    public String hide(String text) {
        String shown = text;
        for (String value : values) {
            shown = shown.replace(value, SHOWN);
        }
        return shown;
    }

    /** The value as it may be shown. */
    public JsonNode hide(JsonNode value) {
        if (values.isEmpty()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(hide(item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> fields.set(field.getKey(), hide(field.getValue())));
            return fields;
        }
        String text = value.asText();
        String shown = hide(text);
        return shown.equals(text) ? value : TextNode.valueOf(shown);
    }
}
