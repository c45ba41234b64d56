package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of a template as text, as far as they need nobody but the stack's own resources: texts, {@code Ref}, ARNs, and
 * {@code Fn::Sub} and {@code Fn::Join} of them.
 *
 * @param template that the values are of
 * @param refs physical ids by logical id, and pseudo parameters
 */
record TemplateValues(JsonNode template, Map<String, String> refs) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final String GET = "Fn::GetAtt";
    private static final String SUB = "Fn::Sub";
    private static final String JOIN = "Fn::Join";

    TemplateValues {
        refs = Map.copyOf(refs);
    }

    /** Whether {@link #text} can give it; an absent value is simple. */
    static boolean isSimple(@Nullable JsonNode value, JsonNode template) {
        if (value == null || value.isValueNode() || value.has("Ref")) {
            return true;
        }
        if (value.has(GET)) {
            return isKnown(attribute(value.path(GET)), template);
        }
        if (value.has(SUB)) {
            return value.path(SUB).isTextual()
                    && VARIABLE.matcher(value.path(SUB).asText())
                            .results()
                            .map(found -> found.group(1))
                            .allMatch(name -> !name.contains(".") || isKnown(name, template));
        }
        return value.path(JOIN).path(1).isArray()
                && isSimple(value.path(JOIN).path(1).elements(), template);
    }

    /** Whether {@link #plain} can give it: objects and lists of simple values. */
    static boolean isPlain(JsonNode value, JsonNode template) {
        if (value.isArray() || (value.isObject() && !isIntrinsic(value))) {
            for (JsonNode part : value) {
                if (!isPlain(part, template)) {
                    return false;
                }
            }
            return true;
        }
        return isSimple(value, template);
    }

    private static boolean isSimple(java.util.Iterator<JsonNode> parts, JsonNode template) {
        while (parts.hasNext()) {
            if (!isSimple(parts.next(), template)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIntrinsic(JsonNode value) {
        String first = value.size() == 1 ? value.fieldNames().next() : "";
        return first.equals("Ref") || first.startsWith("Fn::");
    }

    private static boolean isKnown(String attribute, JsonNode template) {
        String[] parts = attribute.split("\\.", 2);
        return ResourceArns.isKnown(template.path("Resources").path(parts[0]), parts.length == 2 ? parts[1] : "");
    }

    private static String attribute(JsonNode get) {
        return get.isArray() ? get.path(0).asText() + "." + get.path(1).asText() : get.asText();
    }

    String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return ref(value.path("Ref").asText());
        }
        if (value.has(GET)) {
            return named(attribute(value.path(GET)));
        }
        if (value.has(SUB)) {
            return filled(value.path(SUB).asText()).replace("${!", "${");
        }
        StringBuilder joined = new StringBuilder();
        String between = value.path(JOIN).path(0).asText();
        value.path(JOIN).path(1).forEach(part -> {
            joined.append(joined.isEmpty() ? "" : between).append(text(part));
        });
        return joined.toString();
    }

    /** The value as a custom resource gets it: its structure with texts at the ends. */
    JsonNode plain(JsonNode value) {
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (!value.isObject() || isIntrinsic(value)) {
            return TextNode.valueOf(text(value));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> fields.set(field.getKey(), plain(field.getValue())));
        return fields;
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(named(found.group(1))));
    }

    private String named(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return ref(name);
        }
        String logicalId = name.substring(0, dot);
        return filled(ResourceArns.of(template.path("Resources").path(logicalId), ref(logicalId)));
    }

    private String ref(String name) {
        String value = refs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is known about " + name);
        }
        return value;
    }
}
