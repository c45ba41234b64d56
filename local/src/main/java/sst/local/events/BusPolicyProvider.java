package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.events.rule.BusId;
import sst.local.events.rule.Buses;

/** {@code AWS::Events::EventBusPolicy}: recorded, not enforced. */
record BusPolicyProvider(Buses buses) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::Events::EventBusPolicy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return BusProvider.made(() -> {
            record(request, request.properties());
            return ResourceState.of(request.generatedName(), Map.of());
        });
    }

    private void record(ResourceRequest request, JsonNode policy) {
        BusId id = bus(request, policy);
        ObjectNode bus = buses.existing(id);
        bus.withObjectProperty("Policy").set(policy.path("StatementId").asText(), policy);
        buses.save(id, bus);
    }

    private static BusId bus(ResourceRequest request, JsonNode policy) {
        return BusId.parse(
                policy.path("EventBusName").asText(""), request.context().region());
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        remove(request, before);
        return BusProvider.made(() -> {
            record(request, request.properties());
            return current;
        });
    }

    private void remove(ResourceRequest request, JsonNode policy) {
        BusId id = bus(request, policy);
        buses.find(id).ifPresent(bus -> {
            bus.withObjectProperty("Policy").remove(policy.path("StatementId").asText());
            buses.save(id, bus);
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        remove(request, request.properties());
    }
}
