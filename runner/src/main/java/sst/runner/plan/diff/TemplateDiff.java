package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sst.runner.assembly.Origin;
import sst.runner.assembly.StackArtifact;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.Change.Action;
import sst.runner.plan.change.PropertyChange;
import sst.runner.plan.change.Replacement;
import sst.runner.plan.change.SecurityChange;
import sst.runner.plan.change.StackChanges;

/** Compares two templates resource by resource. */
public final class TemplateDiff {
    private final ResourceRules rules;

    /** @param rules what is known about replacement and data of resource types */
    public TemplateDiff(ResourceRules rules) {
        this.rules = rules;
    }

    /** What differs; everything is new when {@code deployed} is missing. */
    public StackChanges changes(StackArtifact stack, JsonNode deployed) {
        ObjectNode before = CanonicalTemplate.of(deployed);
        ObjectNode after = CanonicalTemplate.of(stack.template());
        List<Change> changes = new ArrayList<>();
        for (String id : names(before.path("Resources"), after.path("Resources"))) {
            JsonNode old = before.path("Resources").path(id);
            JsonNode now = after.path("Resources").path(id);
            if (!old.equals(now)) {
                changes.add(change(id, origin(stack, id, deployed), old, now));
            }
        }
        List<SecurityChange> security = new SecurityDiff(stack, before, after).changes();
        return new StackChanges(changes, security, others(before, after));
    }

    private Change change(String id, Origin origin, JsonNode old, JsonNode now) {
        if (old.isMissingNode()) {
            return new Change(id, type(now), origin, Action.ADD, Replacement.NO, List.of(), null);
        }
        if (now.isMissingNode()) {
            String loss = kept(old, "DeletionPolicy") ? null : rules.loss(type(old));
            return new Change(id, type(old), origin, Action.REMOVE, Replacement.NO, List.of(), loss);
        }
        List<PropertyChange> properties = new PropertyDiff(rules, type(now)).changes(old, now);
        Replacement replacement = type(old).equals(type(now)) ? Replacement.NO : Replacement.YES;
        for (PropertyChange property : properties) {
            replacement = replacement.or(property.replacement());
        }
        boolean lost = replacement == Replacement.YES && !kept(old, "UpdateReplacePolicy");
        String loss = lost ? rules.loss(type(old)) : null;
        return new Change(id, type(now), origin, Action.CHANGE, replacement, properties, loss);
    }

    /** A removed resource is no longer in the assembly; its old template may still know its construct. */
    private static Origin origin(StackArtifact stack, String id, JsonNode deployed) {
        JsonNode old = deployed.path("Resources").path(id);
        Origin known = stack.origins().get(id);
        if (known != null || old.isMissingNode()) {
            return stack.origin(id, type(stack.template().path("Resources").path(id)));
        }
        String path = old.path("Metadata").path("aws:cdk:path").asText("");
        int slash = path.indexOf('/');
        String inner = path.endsWith("/Resource") ? path.substring(0, path.length() - "/Resource".length()) : path;
        return new Origin(slash < 0 || slash >= inner.length() ? id : inner.substring(slash + 1), type(old), null);
    }

    private static boolean kept(JsonNode resource, String policy) {
        return Set.of("Retain", "Snapshot", "RetainExceptOnCreate")
                .contains(resource.path(policy).asText());
    }

    private static List<String> others(ObjectNode before, ObjectNode after) {
        List<String> others = new ArrayList<>();
        for (String output : names(before.path("Outputs"), after.path("Outputs"))) {
            if (!before.path("Outputs")
                    .path(output)
                    .equals(after.path("Outputs").path(output))) {
                others.add("output " + output);
            }
        }
        ObjectNode oldRest = before.deepCopy().remove(List.of("Resources", "Outputs"));
        ObjectNode newRest = after.deepCopy().remove(List.of("Resources", "Outputs"));
        for (String section : names(oldRest, newRest)) {
            if (!oldRest.path(section).equals(newRest.path(section)) && !before.isEmpty()) {
                others.add("template section " + section);
            }
        }
        return others;
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String type(JsonNode resource) {
        return resource instanceof MissingNode ? "" : resource.path("Type").asText();
    }
}
