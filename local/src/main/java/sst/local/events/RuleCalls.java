package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.events.rule.BusId;
import sst.local.events.rule.Buses;
import sst.local.events.rule.EventsFault;
import sst.local.events.rule.RuleId;
import sst.local.events.rule.Rules;
import sst.local.pattern.EventPatterns;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on rules themselves. */
record RuleCalls(Buses buses, Rules rules, Schedules schedules, Clock clock) {
    private static final List<String> MEMBERS =
            List.of("EventPattern", "ScheduleExpression", "State", "Description", "RoleArn");
    private static final List<String> HIDDEN = List.of("Targets", "Tags", "Since", "Owner");

    void addTo(Map<String, Operation> operations) {
        operations.put("PutRule", this::put);
        operations.put("DeleteRule", this::delete);
        operations.put("DescribeRule", this::describe);
        operations.put("EnableRule", (input, context) -> setState(input, context, "ENABLED"));
        operations.put("DisableRule", (input, context) -> setState(input, context, "DISABLED"));
        operations.put("ListRules", this::list);
        operations.put("ListRuleNamesByTarget", this::listByTarget);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        RuleId id = Input.rule(input, "Name", context);
        return Json.object().put("RuleArn", put(id, input).arn());
    }

    /** Makes or changes a rule; its targets stay. */
    RuleId put(RuleId id, JsonNode input) {
        buses.existing(id.bus());
        check(id, input);
        Optional<ObjectNode> before = rules.find(id);
        ObjectNode record = Json.object();
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> record.set(name, input.get(name)));
        record.put("State", record.path("State").asText("ENABLED"));
        String schedule = record.path("ScheduleExpression").asText("");
        boolean isSameSchedule = before.filter(
                        old -> old.path("ScheduleExpression").asText("").equals(schedule))
                .isPresent();
        record.put("Since", isSameSchedule ? before.get().path("Since").asLong() : clock.millis());
        record.set("Targets", before.<JsonNode>map(old -> old.path("Targets")).orElseGet(Json::object));
        record.set(
                "Tags",
                input.has("Tags")
                        ? Input.tags(input.path("Tags"))
                        : before.<JsonNode>map(old -> old.path("Tags")).orElseGet(Json::object));
        save(id, record);
        return id;
    }

    private void save(RuleId id, ObjectNode record) {
        rules.save(id, record);
        schedules.changed(id, record);
    }

    private static void check(RuleId id, JsonNode input) {
        Input.checkName("name", id.name());
        String pattern = input.path("EventPattern").asText("");
        String schedule = input.path("ScheduleExpression").asText("");
        if (pattern.isEmpty() && schedule.isEmpty()) {
            throw EventsFault.invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        if (!pattern.isEmpty()) {
            EventPatterns.fault(pattern).ifPresent(fault -> {
                throw EventsFault.pattern(fault);
            });
        }
        if (!schedule.isEmpty()) {
            checkSchedule(id.bus(), schedule);
        }
    }

    private static void checkSchedule(BusId bus, String schedule) {
        if (!bus.name().equals(BusId.DEFAULT)) {
            throw EventsFault.invalid("ScheduleExpression is supported only on the default event bus.");
        }
        if (!Schedules.isValid(schedule)) {
            throw EventsFault.invalid("Parameter ScheduleExpression is not valid.");
        }
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        RuleId id = Input.rule(input, "Name", context);
        boolean hasTargets =
                rules.find(id).filter(rule -> !rule.path("Targets").isEmpty()).isPresent();
        if (hasTargets) {
            throw EventsFault.invalid("Rule can't be deleted since it has targets.");
        }
        remove(id);
        return Json.object();
    }

    /** Forgets a rule and its targets; one that is gone already is no failure. */
    void remove(RuleId id) {
        rules.remove(id);
        schedules.removed(id);
    }

    private ObjectNode describe(ObjectNode input, CallContext context) {
        RuleId id = Input.rule(input, "Name", context);
        buses.existing(id.bus());
        return shown(id, rules.existing(id));
    }

    private static ObjectNode shown(RuleId id, ObjectNode record) {
        record.remove(HIDDEN);
        return record.put("Name", id.name())
                .put("Arn", id.arn())
                .put("EventBusName", id.bus().name());
    }

    private ObjectNode setState(ObjectNode input, CallContext context, String state) {
        RuleId id = Input.rule(input, "Name", context);
        save(id, rules.existing(id).put("State", state));
        return Json.object();
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        BusId bus = Input.bus(input, context);
        buses.existing(bus);
        String prefix = input.path("NamePrefix").asText("");
        List<ObjectNode> all = rules.of(bus).stream()
                .filter(rule -> rule.getKey().name().startsWith(prefix))
                .map(rule -> shown(rule.getKey(), rule.getValue()))
                .toList();
        return Input.page("Rules", all, input);
    }

    private ObjectNode listByTarget(ObjectNode input, CallContext context) {
        String arn = Input.text(input, "TargetArn");
        ObjectNode answer = Json.object();
        var names = answer.putArray("RuleNames");
        rules.of(Input.bus(input, context)).stream()
                .filter(rule ->
                        rule.getValue().path("Targets").findValuesAsText("Arn").contains(arn))
                .forEach(rule -> names.add(rule.getKey().name()));
        return answer;
    }
}
