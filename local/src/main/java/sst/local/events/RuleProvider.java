package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.events.rule.BusId;
import sst.local.events.rule.RuleId;
import sst.local.wire.codec.Json;

/** {@code AWS::Events::Rule}; its {@code Ref} is its name, after the bus's unless that is the default one. */
record RuleProvider(RuleCalls calls, TargetCalls targets) implements ReadableProvider {
    private static final List<String> READ = List.of("State", "ScheduleExpression", "Description");
    private static final String OWNER = "Owner";
    private static final int LONGEST_NAME = 64;

    @Override
    public String type() {
        return "AWS::Events::Rule";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        RuleId id = new RuleId(bus(request), name(request));
        return BusProvider.made(() -> {
            boolean isOther = calls.rules()
                    .find(id)
                    .filter(there -> !there.path(OWNER).asText().equals(request.generatedName()))
                    .isPresent();
            if (isOther) {
                throw new ResourceFailure(id.name() + " already exists");
            }
            return settle(request, id, request.generatedName());
        });
    }

    private static BusId bus(ResourceRequest request) {
        return BusId.parse(
                request.properties().path("EventBusName").asText(""),
                request.context().region());
    }

    private static String name(ResourceRequest request) {
        String name = request.properties().path("Name").asText(request.generatedName());
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private ResourceState settle(ResourceRequest request, RuleId id, String owner) {
        ObjectNode input = request.properties().deepCopy();
        if (input.path("EventPattern").isObject()) {
            input.put("EventPattern", input.path("EventPattern").toString());
        }
        calls.put(id, input);
        ObjectNode record = calls.rules().existing(id).put(OWNER, owner);
        record.putObject("Targets");
        ObjectNode tags = record.withObjectProperty("Tags");
        request.tags().forEach(tags::put);
        calls.rules().save(id, record);
        targets.put(id, request.properties().path("Targets"));
        return state(id);
    }

    private static ResourceState state(RuleId id) {
        String ref =
                id.bus().name().equals(BusId.DEFAULT) ? id.name() : id.bus().name() + "|" + id.name();
        Map<String, JsonNode> attributes = Map.of("Arn", TextNode.valueOf(id.arn()));
        return ResourceState.of(ref, attributes);
    }

    private static RuleId id(ResourceState current) {
        return RuleId.ofArn(
                current.attributes().getOrDefault("Arn", TextNode.valueOf("")).asText());
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return calls.rules().find(id(current)).map(record -> {
            ObjectNode actual = Json.object();
            for (String name : READ) {
                actual.put(name, record.path(name).asText(""));
            }
            String pattern = record.path("EventPattern").asText("");
            if (!pattern.isEmpty()) {
                boolean isText = request.properties().path("EventPattern").isTextual();
                actual.set("EventPattern", isText ? TextNode.valueOf(pattern) : Json.parse(pattern));
            }
            return actual;
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        RuleId id = id(current);
        return BusProvider.made(
                () -> settle(request, id, calls.rules().existing(id).path(OWNER).asText()));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        calls.remove(id(current));
    }
}
