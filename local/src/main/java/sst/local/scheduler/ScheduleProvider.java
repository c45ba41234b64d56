package sst.local.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;

/** {@code AWS::Scheduler::Schedule}; its {@code Ref} is its name. */
record ScheduleProvider(ScheduleCalls calls) implements ResourceProvider {
    private static final String OWNER = "Owner";
    private static final int LONGEST_NAME = 64;

    @Override
    public String type() {
        return "AWS::Scheduler::Schedule";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String own = request.properties().path("Name").asText(request.generatedName());
        ScheduleId id = id(request, own.length() <= LONGEST_NAME ? own : own.substring(own.length() - LONGEST_NAME));
        boolean isOther = calls.schedules()
                .find(id)
                .filter(there -> !there.path(OWNER).asText().equals(request.generatedName()))
                .isPresent();
        if (isOther) {
            throw new ResourceFailure("Schedule " + id.name() + " already exists.");
        }
        return settle(request, id, request.generatedName());
    }

    private static ScheduleId id(ResourceRequest request, String name) {
        String group = request.properties().path("GroupName").asText("");
        return new ScheduleId(request.context().region(), group, name);
    }

    private ResourceState settle(ResourceRequest request, ScheduleId id, String owner) {
        return made(() -> {
            ObjectNode record = calls.put(id, request.properties());
            calls.schedules().save(id, record.put(OWNER, owner));
            return ResourceState.of(id.name(), Map.of("Arn", TextNode.valueOf(id.arn())));
        });
    }

    static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text() + " (Service: Scheduler, Status Code: " + refused.status()
                    + ", Error Code: " + refused.code() + ")");
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ScheduleId id = id(request, current.physicalId());
        String owner = made(() -> calls.schedules().existing(id)).path(OWNER).asText();
        return settle(request, id, owner);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        calls.remove(id(request, current.physicalId()));
    }
}
