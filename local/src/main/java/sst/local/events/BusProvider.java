package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.events.rule.BusId;
import sst.local.wire.AwsException;

/** {@code AWS::Events::EventBus}; its {@code Ref} is its name. */
record BusProvider(BusCalls calls) implements ResourceProvider {
    private static final String OWNER = "Owner";
    private static final List<String> REFUSED = List.of("EventSourceName");

    @Override
    public String type() {
        return "AWS::Events::EventBus";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        JsonNode properties = request.properties();
        BusId id = new BusId(request.context().region(), properties.path("Name").asText());
        refuse(properties, REFUSED, type());
        return made(() -> {
            Optional<ObjectNode> there = calls.buses().find(id);
            boolean isOwn = there.filter(bus -> bus.path(OWNER).asText("").equals(request.generatedName()))
                    .isPresent();
            if (!isOwn) {
                calls.buses().create(id, properties.path("Description").asText(""));
            }
            return settle(request, id);
        });
    }

    static void refuse(JsonNode properties, List<String> names, String type) {
        for (String name : names) {
            if (properties.hasNonNull(name)) {
                throw new ResourceFailure("not supported locally: " + type + " " + name);
            }
        }
    }

    static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text() + " (Service: EventBridge, Status Code: " + refused.status()
                    + ", Error Code: " + refused.code() + ")");
        }
    }

    private ResourceState settle(ResourceRequest request, BusId id) {
        ObjectNode record = calls.buses().existing(id).put(OWNER, request.generatedName());
        ObjectNode tags = Input.tags(request.properties().path("Tags"));
        request.tags().forEach((key, value) -> {
            if (!tags.has(key)) {
                tags.put(key, value);
            }
        });
        record.set("Tags", tags);
        record.set("Description", request.properties().path("Description"));
        if (!request.properties().has("Description")) {
            record.remove("Description");
        }
        calls.buses().save(id, record);
        return ResourceState.of(
                id.name(), Map.of("Arn", TextNode.valueOf(id.arn()), "Name", TextNode.valueOf(id.name())));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        refuse(request.properties(), REFUSED, type());
        return made(() -> settle(request, new BusId(request.context().region(), current.physicalId())));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        made(() -> {
            calls.delete(new BusId(request.context().region(), current.physicalId()));
            return current;
        });
    }
}
