package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML nodes into JSON, with {@code !Sub x} written out as {@code {"Fn::Sub": x}}. */
final class YamlNodes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Leading zeros and underscores stay text, so that account ids keep their digits. */
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

    private YamlNodes() {}

    static JsonNode toJson(Node node) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!") && tag.length() > 1) {
            return longForm(tag.substring(1), node);
        }
        return plain(node);
    }

    private static JsonNode longForm(String name, Node node) {
        JsonNode argument = node instanceof ScalarNode scalar ? JSON.textNode(scalar.getValue()) : plain(node);
        if (name.equals("Ref") || name.equals("Condition")) {
            return JSON.objectNode().set(name, argument);
        }
        if (name.equals("GetAtt") && argument.isTextual()) {
            argument = attributePath(argument.asText());
        }
        return JSON.objectNode().set("Fn::" + name, argument);
    }

    private static ArrayNode attributePath(String dotted) {
        String[] parts = dotted.split("\\.", 2);
        ArrayNode path = JSON.arrayNode();
        for (String part : parts) {
            path.add(part);
        }
        return path;
    }

    private static JsonNode plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(toJson(item)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateError("Template format error: YAML keys must be strings.");
            }
            if (object.has(key.getValue())) {
                throw new TemplateError("Template format error: duplicate key " + key.getValue() + ".");
            }
            object.set(key.getValue(), toJson(tuple.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (Tag.BOOL.equals(tag)) {
            return JSON.booleanNode(text.matches("(?i)true|yes|on|y"));
        }
        if (Tag.NULL.equals(tag)) {
            return JSON.nullNode();
        }
        if (Tag.INT.equals(tag) && PLAIN_INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
        }
        if (Tag.FLOAT.equals(tag) && PLAIN_DECIMAL.matcher(text).matches()) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        return JSON.textNode(text);
    }
}
