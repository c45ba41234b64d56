package sst.local.cfn.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sst.local.cfn.drift.Difference.Kind;

/**
 * What differs between the properties that a resource was made from and those that it has. Only what a template states
 * explicitly is compared, as AWS does (UG detect-drift-stack.html); the order of list items does not count.
 */
final class Comparison {
    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    static List<Difference> of(ObjectNode expected, ObjectNode actual) {
        Comparison comparison = new Comparison();
        new TreeMap<>(Map.copyOf(fields(expected))).forEach((name, value) -> {
            if (actual.has(name)) {
                comparison.compare("/" + escaped(name), value, actual.path(name));
            }
        });
        return comparison.differences;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>(fields(expected).keySet());
            names.addAll(fields(actual).keySet());
            names.forEach(name -> compare(path + "/" + escaped(name), expected.path(name), actual.path(name)));
        } else if (expected.isMissingNode()) {
            differences.add(new Difference(path, "", text(actual), Kind.ADD));
        } else if (actual.isMissingNode()) {
            differences.add(new Difference(path, text(expected), "", Kind.REMOVE));
        } else if (!canonical(expected).equals(canonical(actual))) {
            differences.add(new Difference(path, text(expected), text(actual), Kind.NOT_EQUAL));
        }
    }

    /** Numbers and flags may have come as text; that is no difference. */
    private static String canonical(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            return members.toString();
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(canonical(item)));
            items.sort(null);
            return items.toString();
        }
        return value.asText();
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
