package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** The order in which resources are swapped: functions before all that may call them, then as the template demands. */
final class SwapOrder {
    private final Set<String> all;
    private final JsonNode template;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Set<String> visited = new TreeSet<>();

    private SwapOrder(Set<String> all, JsonNode template) {
        this.all = all;
        this.template = template;
    }

    static Set<String> of(Set<String> logicalIds, JsonNode template) {
        SwapOrder order = new SwapOrder(logicalIds, template);
        Set<String> sorted = new TreeSet<>(logicalIds);
        sorted.stream().filter(order::isFunction).forEach(order.ordered::add);
        sorted.forEach(order::place);
        return order.ordered;
    }

    private boolean isFunction(String logicalId) {
        return template.path("Resources").path(logicalId).path("Type").asText().equals(SwapRules.FUNCTION);
    }

    private void place(String logicalId) {
        if (!visited.add(logicalId)) {
            return;
        }
        JsonNode needs = template.path("Resources").path(logicalId).path("DependsOn");
        if (needs.isTextual()) {
            place(needs.asText());
        }
        needs.forEach(need -> place(need.asText()));
        if (all.contains(logicalId)) {
            ordered.add(logicalId);
        }
    }
}
