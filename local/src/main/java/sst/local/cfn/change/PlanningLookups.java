package sst.local.cfn.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.value.Scope;
import sst.local.cfn.value.TemplateScope;

/** Answers for values that are only known once the change is made. */
final class PlanningLookups implements TemplateScope.Lookups {
    private final Map<String, StackResource> resources;
    private final TemplateScope.Lookups outside;
    private final Set<String> unknown = new HashSet<>();

    PlanningLookups(Map<String, StackResource> resources, TemplateScope.Lookups outside) {
        this.resources = resources;
        this.outside = outside;
    }

    /** Makes what a resource is worth unknown from here on, because it is made anew. */
    void forget(String logicalId) {
        unknown.add(logicalId);
    }

    @Override
    public Optional<JsonNode> reference(String logicalId) {
        return value(
                logicalId,
                instance -> Optional.of(TextNode.valueOf(instance.state().ref())));
    }

    @Override
    public Optional<JsonNode> attribute(String logicalId, String attribute) {
        return value(logicalId, instance -> Optional.ofNullable(
                        instance.state().attributes().get(attribute))
                .or(() -> Optional.of(TextNode.valueOf(Scope.UNKNOWN))));
    }

    @Override
    public Optional<String> imported(String exportName) {
        return outside.imported(exportName);
    }

    @Override
    public Optional<String> systemParameter(String name) {
        return outside.systemParameter(name);
    }

    private Optional<JsonNode> value(
            String logicalId, java.util.function.Function<Instance, Optional<JsonNode>> known) {
        StackResource resource = resources.get(logicalId);
        Instance current = resource == null ? null : resource.current();
        return unknown.contains(logicalId) || current == null
                ? Optional.of(TextNode.valueOf(Scope.UNKNOWN))
                : known.apply(current);
    }
}
