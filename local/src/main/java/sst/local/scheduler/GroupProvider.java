package sst.local.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.codec.Json;

/** {@code AWS::Scheduler::ScheduleGroup}; its {@code Ref} is its name. */
record GroupProvider(GroupCalls calls) implements ResourceProvider {
    private static final String OWNER = "Owner";
    private static final int LONGEST_NAME = 64;

    @Override
    public String type() {
        return "AWS::Scheduler::ScheduleGroup";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String own = request.properties().path("Name").asText(request.generatedName());
        String name = own.length() <= LONGEST_NAME ? own : own.substring(own.length() - LONGEST_NAME);
        String region = request.context().region();
        boolean isOther = calls.schedules()
                .group(region, name)
                .filter(there -> !there.path(OWNER).asText().equals(request.generatedName()))
                .isPresent();
        if (isOther) {
            throw new ResourceFailure("Schedule group " + name + " already exists.");
        }
        return settle(request, name, request.generatedName());
    }

    private ResourceState settle(ResourceRequest request, String name, String owner) {
        String region = request.context().region();
        ArrayNode tags = Json.object().putArray("Tags");
        request.tags().forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        request.properties().path("Tags").forEach(tags::add);
        calls.put(region, name, tags);
        ObjectNode group = calls.schedules().existingGroup(region, name).put(OWNER, owner);
        calls.schedules().saveGroup(region, name, group);
        String created = java.time.Instant.ofEpochMilli(
                        (long) (group.path("CreationDate").asDouble() * 1000))
                .toString();
        return ResourceState.of(
                name,
                Map.of(
                        "Arn", TextNode.valueOf(GroupCalls.arn(region, name)),
                        "CreationDate", TextNode.valueOf(created),
                        "LastModificationDate", TextNode.valueOf(created),
                        "State", TextNode.valueOf("ACTIVE")));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        String region = request.context().region();
        String owner = calls.schedules()
                .existingGroup(region, current.physicalId())
                .path(OWNER)
                .asText();
        return settle(request, current.physicalId(), owner);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        ScheduleProvider.made(() -> {
            calls.remove(request.context().region(), current.physicalId());
            return current;
        });
    }
}
