package sst.local.cfn.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Turns every number and boolean into text, as CloudFormation does before it calls a function. */
final class Strings {
    private Strings() {}

    static JsonNode of(JsonNode value) {
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(of(item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> fields.set(field.getKey(), of(field.getValue())));
            return fields;
        }
        return value.isNull() ? value : TextNode.valueOf(value.asText());
    }
}
