package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.runner.plan.change.PropertyChange;
import sst.runner.plan.change.Replacement;

/** Finds the smallest differing values of one resource. */
final class PropertyDiff {
    private final ResourceRules rules;
    private final String type;
    private final List<PropertyChange> found = new ArrayList<>();

    PropertyDiff(ResourceRules rules, String type) {
        this.rules = rules;
        this.type = type;
    }

    List<PropertyChange> changes(JsonNode before, JsonNode after) {
        JsonNode old = before.path("Properties");
        JsonNode now = after.path("Properties");
        for (String name : names(old, now)) {
            walk(name, name, old.get(name), now.get(name));
        }
        for (String attribute : names(before, after)) {
            if (!attribute.equals("Properties") && !attribute.equals("Type")) {
                add("(" + attribute + ")", before.get(attribute), after.get(attribute), Replacement.NO);
            }
        }
        return found;
    }

    private void walk(String property, String path, @Nullable JsonNode old, @Nullable JsonNode now) {
        if (old == null || now == null || !isPlainObject(old) || !isPlainObject(now)) {
            add(path, old, now, rules.replacement(type, property));
            return;
        }
        for (String name : names(old, now)) {
            walk(property, path + "." + name, old.get(name), now.get(name));
        }
    }

    private void add(String path, @Nullable JsonNode old, @Nullable JsonNode now, Replacement replacement) {
        boolean same = old == null ? now == null : old.equals(now);
        if (!same) {
            found.add(new PropertyChange(path, old, now, replacement));
        }
    }

    /** An intrinsic such as {@code {"Ref": "X"}} is one value. */
    private static boolean isPlainObject(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        String first = node.isEmpty() ? "" : node.fieldNames().next();
        return !(node.size() == 1 && (first.equals("Ref") || first.startsWith("Fn::")));
    }

    private static Set<String> names(JsonNode old, JsonNode now) {
        Set<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
