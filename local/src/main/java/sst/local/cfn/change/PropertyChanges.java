package sst.local.cfn.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the properties of one resource before and after. */
public final class PropertyChanges {
    private PropertyChanges() {}

    /** The properties that differ, each with what AWS does about it. */
    public static List<PropertyChange> between(ObjectNode before, ObjectNode after, TypeRules rules) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<PropertyChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!same(before.path(name), after.path(name))) {
                changes.add(new PropertyChange(name, recreation(name, before, after, rules)));
            }
        }
        return changes;
    }

    /** Whether any of the changes always replaces. */
    public static boolean replace(List<PropertyChange> changes) {
        return changes.stream().anyMatch(change -> change.recreation() == Recreation.ALWAYS);
    }

    /** Whether two values are the same to CloudFormation, for which {@code 5} and {@code "5"} are. */
    public static boolean same(JsonNode left, JsonNode right) {
        if (left.isValueNode() && right.isValueNode()) {
            return left.asText().equals(right.asText());
        }
        if (left.size() != right.size() || left.getNodeType() != right.getNodeType()) {
            return false;
        }
        return left.isArray() ? sameItems(left, right) : sameFields(left, right);
    }

    private static boolean sameItems(JsonNode left, JsonNode right) {
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.path(i), right.path(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(JsonNode left, JsonNode right) {
        for (var field : left.properties()) {
            if (!right.has(field.getKey()) || !same(field.getValue(), right.path(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static Recreation recreation(String name, JsonNode before, JsonNode after, TypeRules rules) {
        if (rules.replace().contains(name)) {
            return Recreation.ALWAYS;
        }
        for (String path : rules.replace()) {
            String pointer = "/" + path.replace('.', '/');
            if (path.startsWith(name + ".") && !same(before.at(pointer), after.at(pointer))) {
                return Recreation.ALWAYS;
            }
        }
        return rules.maybe().contains(name) ? Recreation.CONDITIONALLY : Recreation.NEVER;
    }
}
