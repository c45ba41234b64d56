package sst.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/** The calls on schedules. */
record ScheduleCalls(Schedules schedules, Runs runs, Clock clock) {
    private static final List<String> MEMBERS = List.of(
            "ActionAfterCompletion",
            "Description",
            "EndDate",
            "FlexibleTimeWindow",
            "KmsKeyArn",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "StartDate",
            "State",
            "Target");
    private static final List<String> HIDDEN = List.of("Since", "Done", "Owner");
    private static final String SCHEDULES = "/schedules";
    private static final int MOST = 100;

    List<RestRoute> routes() {
        String one = SCHEDULES + "/{Name}";
        return List.of(
                new RestRoute("GET", SCHEDULES, "ListSchedules", 200, this::list),
                new RestRoute("POST", one, "CreateSchedule", 200, this::create),
                new RestRoute("GET", one, "GetSchedule", 200, this::get),
                new RestRoute("PUT", one, "UpdateSchedule", 200, this::update),
                new RestRoute("DELETE", one, "DeleteSchedule", 200, this::delete));
    }

    private ObjectNode create(ObjectNode input, CallContext context) {
        ScheduleId id = id(input, "GroupName", context);
        if (schedules.find(id).isPresent()) {
            throw SchedulerFault.exists("Schedule " + id.name());
        }
        put(id, input);
        return Json.object().put("ScheduleArn", id.arn());
    }

    private ObjectNode update(ObjectNode input, CallContext context) {
        ScheduleId id = id(input, "GroupName", context);
        schedules.existing(id);
        put(id, input);
        return Json.object().put("ScheduleArn", id.arn());
    }

    /** Makes a schedule, or gives the one there is all its members anew. */
    ObjectNode put(ScheduleId id, JsonNode input) {
        schedules.existingGroup(id.region(), id.group());
        ScheduleRules.check(input);
        Optional<ObjectNode> before = schedules.find(id);
        ObjectNode record = Json.object();
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> record.set(name, input.get(name)));
        record.put("State", record.path("State").asText("ENABLED"));
        record.put("ActionAfterCompletion", record.path("ActionAfterCompletion").asText("NONE"));
        record.put(
                "ScheduleExpressionTimezone",
                record.path("ScheduleExpressionTimezone").asText("UTC"));
        for (String date : new String[] {"StartDate", "EndDate"}) {
            if (record.hasNonNull(date)) {
                record.put(date, ScheduleRules.moment(record.get(date)).toEpochMilli() / 1000.0);
            }
        }
        double now = clock.millis() / 1000.0;
        record.put(
                "CreationDate",
                before.map(old -> old.path("CreationDate").asDouble()).orElse(now));
        record.put("LastModificationDate", now);
        record.put(
                "Since",
                record.hasNonNull("StartDate")
                        ? ScheduleRules.moment(record.get("StartDate")).toEpochMilli()
                        : since(before, record));
        schedules.save(id, record);
        runs.changed(id, record);
        return record;
    }

    /** A rate that stays as it is goes on counting from where it began. */
    private long since(Optional<ObjectNode> before, ObjectNode record) {
        return before.filter(old -> old.path("ScheduleExpression").equals(record.path("ScheduleExpression")))
                .map(old -> old.path("Since").asLong())
                .orElseGet(clock::millis);
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        ScheduleId id = id(input, "groupName", context);
        return shown(id, schedules.existing(id));
    }

    private static ObjectNode shown(ScheduleId id, ObjectNode record) {
        record.remove(HIDDEN);
        return record.put("Arn", id.arn()).put("GroupName", id.group()).put("Name", id.name());
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        ScheduleId id = id(input, "groupName", context);
        schedules.existing(id);
        remove(id);
        return Json.object();
    }

    /** Forgets a schedule; one that is gone already is no failure. */
    void remove(ScheduleId id) {
        schedules.remove(id);
        runs.removed(id);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String prefix = input.path("NamePrefix").asText("");
        String state = input.path("State").asText("");
        List<Map.Entry<ScheduleId, ObjectNode>> all =
                schedules.of(context.region(), input.path("ScheduleGroup").asText("")).stream()
                        .filter(each -> each.getKey().name().startsWith(prefix))
                        .filter(each -> state.isEmpty()
                                || each.getValue().path("State").asText().equals(state))
                        .toList();
        int start = Math.min(all.size(), Math.max(0, input.path("NextToken").asInt(0)));
        int most = Math.max(1, Math.min(MOST, input.path("MaxResults").asInt(MOST)));
        int end = Math.min(all.size(), start + most);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Schedules");
        all.subList(start, end).forEach(each -> list.add(summary(each.getKey(), each.getValue())));
        return end < all.size() ? answer.put("NextToken", Integer.toString(end)) : answer;
    }

    private static ObjectNode summary(ScheduleId id, ObjectNode record) {
        ObjectNode summary = shown(id, record.deepCopy());
        summary.retain("Arn", "CreationDate", "GroupName", "LastModificationDate", "Name", "State", "Target");
        summary.putObject("Target").set("Arn", record.path("Target").path("Arn"));
        return summary;
    }

    private static ScheduleId id(ObjectNode input, String group, CallContext context) {
        return new ScheduleId(
                context.region(),
                input.path(group).asText(""),
                input.path("Name").asText(""));
    }
}
