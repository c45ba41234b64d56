package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses templates whose parts do not fit together, before anything is touched. */
final class TemplateChecks {
    private static final int MAX_RESOURCES = 500;
    private static final int MAX_PARAMETERS = 200;
    private static final int MAX_OUTPUTS = 200;
    private static final Set<String> TRANSFORMS = Set.of("AWS::LanguageExtensions");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private TemplateChecks() {}

    static void check(Template template) {
        limit("resources", template.resources().size(), MAX_RESOURCES);
        limit("parameters", template.parameters().size(), MAX_PARAMETERS);
        limit("outputs", template.outputs().size(), MAX_OUTPUTS);
        refuseTransforms(template.transforms());
        checkConditions(template);
        checkResources(template);
        checkOutputs(template);
        Set<String> cycle = Dependencies.cycle(
                Dependencies.of(template, template.resources().keySet()));
        if (!cycle.isEmpty()) {
            throw new TemplateError("Circular dependency between resources: " + cycle);
        }
    }

    private static void limit(String what, int count, int maximum) {
        if (count > maximum) {
            throw new TemplateError("Template format error: Number of " + what + ", " + count
                    + ", is greater than maximum allowed, " + maximum);
        }
    }

    private static void refuseTransforms(List<String> transforms) {
        Set<String> refused = new TreeSet<>(transforms);
        refused.removeAll(TRANSFORMS);
        if (!refused.isEmpty()) {
            throw new TemplateError("Transforms are not supported locally: " + refused);
        }
    }

    private static void checkConditions(Template template) {
        for (JsonNode condition : template.conditions().values()) {
            References used = References.of(condition);
            Set<String> unknown = new TreeSet<>(used.resourceNames());
            unknown.removeAll(template.parameters().keySet());
            unknown.removeAll(PSEUDO);
            if (!unknown.isEmpty()) {
                throw new TemplateError("Template format error: Unresolved dependencies " + unknown
                        + ". Cannot reference resources in the Conditions block of the template");
            }
            checkDeclared(template, used.conditions(), "Conditions");
        }
    }

    private static void checkResources(Template template) {
        Set<String> unresolved = new TreeSet<>();
        Set<String> conditions = new LinkedHashSet<>();
        for (ResourceDeclaration resource : template.resources().values()) {
            References used = References.of(resource.properties());
            unresolved.addAll(unresolved(template, used));
            resource.dependsOn().stream()
                    .filter(id -> !template.resources().containsKey(id))
                    .forEach(unresolved::add);
            conditions.addAll(used.conditions());
            conditions.add(resource.condition());
        }
        refuse(unresolved, "Resources");
        // A policy document may hold a key named Condition; its values are no names of conditions.
        conditions.removeIf(String::isEmpty);
        checkDeclared(template, conditions, "Resources");
    }

    private static void checkOutputs(Template template) {
        Set<String> unresolved = new TreeSet<>();
        Set<String> conditions = new LinkedHashSet<>();
        for (OutputDeclaration output : template.outputs().values()) {
            JsonNode both =
                    JsonNodeFactory.instance.arrayNode().add(output.value()).add(output.exportName());
            References used = References.of(both);
            unresolved.addAll(unresolved(template, used));
            conditions.addAll(used.conditions());
            conditions.add(output.condition());
        }
        refuse(unresolved, "Outputs");
        conditions.removeIf(String::isEmpty);
        checkDeclared(template, conditions, "Outputs");
    }

    private static Set<String> unresolved(Template template, References used) {
        Set<String> unknown = new TreeSet<>(used.names());
        unknown.removeAll(template.parameters().keySet());
        unknown.removeAll(PSEUDO);
        unknown.removeAll(template.resources().keySet());
        Set<String> owners = new LinkedHashSet<>(used.resourceNames());
        owners.removeAll(used.names());
        owners.removeAll(template.resources().keySet());
        unknown.addAll(owners);
        return unknown;
    }

    private static void refuse(Collection<String> unresolved, String block) {
        if (!unresolved.isEmpty()) {
            throw new TemplateError("Template format error: Unresolved resource dependencies " + unresolved + " in the "
                    + block + " block of the template");
        }
    }

    private static void checkDeclared(Template template, Collection<String> conditions, String block) {
        for (String condition : conditions) {
            if (!template.conditions().containsKey(condition)) {
                throw new TemplateError("Template format error: Unresolved condition dependency " + condition
                        + " in the " + block + " block of the template");
            }
        }
    }
}
