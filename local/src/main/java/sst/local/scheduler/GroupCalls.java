package sst.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/** The calls on groups of schedules, and those on their tags. */
record GroupCalls(Schedules schedules, ScheduleCalls calls) {
    private static final String GROUPS = "/schedule-groups";
    private static final String TAGS = "/tags/{ResourceArn+}";

    List<RestRoute> routes() {
        String one = GROUPS + "/{Name}";
        return List.of(
                new RestRoute("GET", GROUPS, "ListScheduleGroups", 200, this::list),
                new RestRoute("POST", one, "CreateScheduleGroup", 200, this::create),
                new RestRoute("GET", one, "GetScheduleGroup", 200, this::get),
                new RestRoute("DELETE", one, "DeleteScheduleGroup", 200, this::delete),
                new RestRoute("GET", TAGS, "ListTagsForResource", 200, this::tags),
                new RestRoute("POST", TAGS, "TagResource", 200, this::tag),
                new RestRoute("DELETE", TAGS, "UntagResource", 200, this::untag));
    }

    static String arn(String region, String name) {
        return "arn:aws:scheduler:" + region + ":" + CallContext.ACCOUNT + ":schedule-group/" + name;
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        String name = input.path("Name").asText();
        ScheduleId.requireName(name);
        if (schedules.group(context.region(), name).isPresent()) {
            throw SchedulerFault.exists("Schedule group " + name);
        }
        put(context.region(), name, input.path("Tags"));
        return Json.object().put("ScheduleGroupArn", arn(context.region(), name));
    }

    /** Makes a group, or gives the one there is these tags. */
    void put(String region, String name, JsonNode tags) {
        ObjectNode group = schedules.group(region, name).orElseGet(Json::object);
        ObjectNode all = group.putObject("Tags");
        tags.forEach(tag -> all.put(tag.path("Key").asText(), tag.path("Value").asText()));
        schedules.saveGroup(region, name, group);
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        String name = input.path("Name").asText();
        return shown(context.region(), name, schedules.existingGroup(context.region(), name));
    }

    private static ObjectNode shown(String region, String name, ObjectNode group) {
        return group.without(List.of("Tags", "Owner"))
                .<ObjectNode>deepCopy()
                .put("Arn", arn(region, name))
                .put("Name", name)
                .put("State", "ACTIVE");
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String prefix = input.path("NamePrefix").asText("");
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("ScheduleGroups");
        schedules.groups(context.region()).stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name ->
                        list.add(shown(context.region(), name, schedules.existingGroup(context.region(), name))));
        return answer;
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        String name = input.path("Name").asText();
        schedules.existingGroup(context.region(), name);
        remove(context.region(), name);
        return Json.object();
    }

    /** Forgets a group with all its schedules. */
    void remove(String region, String name) {
        if (name.equals(ScheduleId.DEFAULT_GROUP)) {
            throw SchedulerFault.invalid("The default schedule group cannot be deleted.");
        }
        schedules.of(region, name).forEach(each -> calls.remove(each.getKey()));
        schedules.removeGroup(region, name);
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode tags = answer.putArray("Tags");
        group(input, context).path("Tags").properties().forEach(tag -> tags.addObject()
                .put("Key", tag.getKey())
                .put("Value", tag.getValue().asText()));
        return answer;
    }

    private ObjectNode tag(ObjectNode input, CallContext context) {
        ObjectNode group = group(input, context);
        input.path("Tags").forEach(tag -> group.withObjectProperty("Tags")
                .put(tag.path("Key").asText(), tag.path("Value").asText()));
        schedules.saveGroup(context.region(), name(input), group);
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, CallContext context) {
        ObjectNode group = group(input, context);
        JsonNode keys = input.path("TagKeys");
        if (keys.isTextual()) {
            group.withObjectProperty("Tags").remove(keys.asText());
        } else {
            keys.forEach(key -> group.withObjectProperty("Tags").remove(key.asText()));
        }
        schedules.saveGroup(context.region(), name(input), group);
        return Json.object();
    }

    private ObjectNode group(ObjectNode input, CallContext context) {
        return schedules.existingGroup(context.region(), name(input));
    }

    private static String name(ObjectNode input) {
        String arn = input.path("ResourceArn").asText();
        if (!arn.contains(":schedule-group/")) {
            throw SchedulerFault.invalid("Invalid resource ARN " + arn + "; only schedule groups have tags");
        }
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
