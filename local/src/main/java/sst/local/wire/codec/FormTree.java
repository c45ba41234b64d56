package sst.local.wire.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sst.local.wire.Refusals;

/**
 * Form fields with dotted names as a tree: {@code Tags.member.1.Key} and {@code Attribute.1.Name} become arrays of
 * objects, {@code Attributes.entry.1.key} with its value becomes an object.
 */
final class FormTree {
    private static final int DEEPEST = 24;
    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Set<String> PROTOCOL_FIELDS = Set.of("Action", "Version");

    private final Map<String, FormTree> children = new LinkedHashMap<>();
    private @Nullable String text;

    private FormTree() {}

    static ObjectNode read(Map<String, List<String>> fields) {
        FormTree root = new FormTree();
        fields.forEach((name, values) -> {
            if (!PROTOCOL_FIELDS.contains(name) && !name.startsWith("X-Amz-")) {
                root.insert(name, values.get(0));
            }
        });
        return root.object();
    }

    private void insert(String name, String value) {
        String[] steps = name.split("\\.", -1);
        if (steps.length > DEEPEST) {
            throw Refusals.malformed("the parameter name " + name.substring(0, DEEPEST) + "... is nested too deeply");
        }
        FormTree at = this;
        for (String step : steps) {
            at = at.children.computeIfAbsent(step, key -> new FormTree());
        }
        at.text = value;
    }

    private JsonNode node() {
        if (children.isEmpty()) {
            return TextNode.valueOf(text == null ? "" : text);
        }
        if (text != null && !text.isEmpty()) {
            throw Refusals.malformed("a parameter is given both as a value and as a structure");
        }
        FormTree members = only("member");
        FormTree entries = only("entry");
        if (members != null && members.isList()) {
            return members.array();
        }
        if (entries != null && entries.isList()) {
            return entries.map();
        }
        return isList() ? array() : object();
    }

    private @Nullable FormTree only(String name) {
        return children.size() == 1 ? children.get(name) : null;
    }

    private boolean isList() {
        return !children.isEmpty()
                && children.keySet().stream()
                        .allMatch(name -> INDEX.matcher(name).matches());
    }

    private List<FormTree> inOrder() {
        return children.entrySet().stream()
                .sorted(Comparator.comparing(child -> Integer.valueOf(child.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private ArrayNode array() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        inOrder().forEach(child -> array.add(child.node()));
        return array;
    }

    private ObjectNode map() {
        ObjectNode map = Json.object();
        for (FormTree entry : inOrder()) {
            // SNS writes the members of its message attributes in upper case.
            FormTree key = entry.children.getOrDefault("key", entry.children.get("Name"));
            FormTree value = entry.children.getOrDefault("value", entry.children.get("Value"));
            if (key == null || key.text == null) {
                throw Refusals.malformed("a map entry has no key");
            }
            map.set(key.text, value == null ? TextNode.valueOf("") : value.node());
        }
        return map;
    }

    private ObjectNode object() {
        ObjectNode object = Json.object();
        children.forEach((name, child) -> object.set(name, child.node()));
        return object;
    }
}
