package sst.local.cfn.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.change.ResourceChange.Action;
import sst.local.cfn.change.ResourceChange.Detail;
import sst.local.cfn.change.ResourceChange.Replacement;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.Dependencies;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.template.Template;
import sst.local.cfn.value.Evaluator;
import sst.local.cfn.value.TemplateScope;

/** Works out what an update would change, without changing anything. */
public final class ChangePlanner {
    private final Specification specification;

    /** A planner that knows AWS's rules of resource types. */
    public ChangePlanner(Specification specification) {
        this.specification = specification;
    }

    /**
     * The changes by logical id.
     *
     * @param update from what to what
     * @param place where the stack is
     * @param outside imports and SSM parameters
     * @throws sst.local.cfn.template.TemplateError when an expression cannot be worked out
     */
    public List<ResourceChange> plan(PlannedUpdate update, TemplateScope.Place place, TemplateScope.Lookups outside) {
        PlanningLookups lookups = new PlanningLookups(update.resources(), outside);
        Evaluator evaluator = new Evaluator(
                new TemplateScope(place, update.after(), update.afterInput().parameters(), lookups));
        Map<String, ResourceChange> changes = new java.util.TreeMap<>();
        Set<String> active = active(update.after(), evaluator);
        for (String logicalId : ordered(update.after(), active)) {
            ResourceDeclaration declaration = declared(update.after(), logicalId);
            ObjectNode properties = evaluator.properties(declaration.properties());
            ResourceChange change = change(update, declaration, properties);
            if (change != null) {
                changes.put(logicalId, change);
                if (change.action() == Action.ADD || change.replacement() != Replacement.FALSE) {
                    lookups.forget(logicalId);
                }
            }
        }
        update.resources().values().stream()
                .filter(resource -> resource.current() != null && !active.contains(resource.logicalId()))
                .forEach(resource -> changes.put(resource.logicalId(), removal(resource)));
        return List.copyOf(changes.values());
    }

    /** The resources whose condition holds. */
    public static Set<String> active(Template template, Evaluator evaluator) {
        Set<String> active = new LinkedHashSet<>();
        template.resources().values().stream()
                .filter(each -> each.condition().isEmpty() || evaluator.holds(each.condition()))
                .forEach(each -> active.add(each.logicalId()));
        return active;
    }

    private static List<String> ordered(Template template, Set<String> active) {
        Map<String, Set<String>> graph = Dependencies.of(template, active);
        Set<String> placed = new LinkedHashSet<>();
        while (placed.size() < graph.size()) {
            graph.forEach((logicalId, needed) -> {
                if (placed.containsAll(needed)) {
                    placed.add(logicalId);
                }
            });
        }
        return List.copyOf(placed);
    }

    private @Nullable ResourceChange change(
            PlannedUpdate update, ResourceDeclaration declaration, ObjectNode properties) {
        StackResource resource = update.resources().get(declaration.logicalId());
        Instance current = resource == null ? null : resource.current();
        if (current == null) {
            return new ResourceChange(
                    Action.ADD,
                    declaration.logicalId(),
                    "",
                    declaration.type(),
                    Replacement.FALSE,
                    Set.of(),
                    List.of());
        }
        TypeRules rules = specification.of(declaration.type());
        List<Detail> details = new ArrayList<>();
        for (PropertyChange property : PropertyChanges.between(current.properties(), properties, rules)) {
            details.add(DetailSource.of(update, declaration, property, properties.path(property.name())));
        }
        if (update.changesTags() && rules.isTagged()) {
            details.add(new Detail("Tags", "", Recreation.NEVER, true, "DirectModification", ""));
        }
        details.addAll(attributes(update, declaration));
        return details.isEmpty() ? null : modification(declaration, current, details);
    }

    private static List<Detail> attributes(PlannedUpdate update, ResourceDeclaration after) {
        ResourceDeclaration before =
                update.before() == null ? null : update.before().resources().get(after.logicalId());
        List<Detail> details = new ArrayList<>();
        if (before == null) {
            return details;
        }
        if (!before.metadata().equals(after.metadata())) {
            details.add(new Detail("Metadata", "", Recreation.NEVER, true, "DirectModification", ""));
        }
        if (before.policies().onDelete() != after.policies().onDelete()) {
            details.add(new Detail("DeletionPolicy", "", Recreation.NEVER, true, "DirectModification", ""));
        }
        if (before.policies().onReplace() != after.policies().onReplace()) {
            details.add(new Detail("UpdateReplacePolicy", "", Recreation.NEVER, true, "DirectModification", ""));
        }
        return details;
    }

    private static ResourceChange modification(
            ResourceDeclaration declaration, Instance current, List<Detail> details) {
        Set<String> scope = new TreeSet<>();
        Replacement replacement = Replacement.FALSE;
        for (Detail detail : details) {
            scope.add(detail.attribute());
            if (detail.recreation() == Recreation.ALWAYS && detail.isStatic()) {
                replacement = Replacement.TRUE;
            } else if (detail.recreation() != Recreation.NEVER && replacement == Replacement.FALSE) {
                replacement = Replacement.CONDITIONAL;
            }
        }
        return new ResourceChange(
                Action.MODIFY,
                declaration.logicalId(),
                current.physicalId(),
                declaration.type(),
                replacement,
                scope,
                details);
    }

    private static ResourceChange removal(StackResource resource) {
        return new ResourceChange(
                Action.REMOVE,
                resource.logicalId(),
                resource.physicalId(),
                resource.type(),
                Replacement.FALSE,
                Set.of(),
                List.of());
    }

    private static ResourceDeclaration declared(Template template, String logicalId) {
        ResourceDeclaration declaration = template.resources().get(logicalId);
        if (declaration == null) {
            throw new IllegalStateException("no resource " + logicalId);
        }
        return declaration;
    }
}
