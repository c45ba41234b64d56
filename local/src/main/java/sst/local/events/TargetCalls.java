package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sst.local.destination.Destinations;
import sst.local.events.rule.EventsFault;
import sst.local.events.rule.RuleId;
import sst.local.events.rule.Rules;
import sst.local.events.rule.TargetInput;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on a rule's targets. */
record TargetCalls(Rules rules) {
    private static final int MOST = 5;
    private static final Set<String> KNOWN = Set.of(
            "Id",
            "Arn",
            "RoleArn",
            "Input",
            "InputPath",
            "InputTransformer",
            "SqsParameters",
            "DeadLetterConfig",
            "RetryPolicy");

    void addTo(Map<String, Operation> operations) {
        operations.put("PutTargets", this::put);
        operations.put("RemoveTargets", this::remove);
        operations.put("ListTargetsByRule", this::list);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        put(Input.rule(input, "Rule", context), input.path("Targets"));
        ObjectNode answer = Json.object().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }

    /** Adds targets to a rule, or changes those of the same id. */
    void put(RuleId id, JsonNode targets) {
        ObjectNode record = rules.existing(id);
        ObjectNode all = record.withObjectProperty("Targets");
        int number = 0;
        for (JsonNode target : targets) {
            number++;
            Input.checkName("targets." + number + ".member.id", Input.text(target, "Id"));
            check(target);
            all.set(Input.text(target, "Id"), target);
        }
        if (all.size() > MOST) {
            throw new AwsException(
                    400, "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
        }
        rules.save(id, record);
    }

    private static void check(JsonNode target) {
        String arn = Input.text(target, "Arn");
        if (!arn.startsWith("arn:")) {
            throw EventsFault.invalid(
                    "Parameter " + arn + " is not valid. Reason: Provided Arn is not in correct" + " format.");
        }
        if (!arn.startsWith("arn:aws:events:") && !Destinations.isKnown(arn)) {
            throw EventsFault.unsupported("the target " + arn);
        }
        Set<String> unknown = new TreeSet<>();
        target.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw EventsFault.unsupported("the setting " + String.join(", ", unknown) + " of a target");
        }
        if (arn.endsWith(".fifo") && target.path("SqsParameters").isMissingNode()) {
            throw EventsFault.invalid("Parameter(s) SqsParameters must be specified for target: "
                    + target.path("Id").asText() + ".");
        }
        TargetInput.check(target);
    }

    private ObjectNode remove(ObjectNode input, CallContext context) {
        RuleId id = Input.rule(input, "Rule", context);
        ObjectNode record = rules.existing(id);
        for (JsonNode target : input.path("Ids")) {
            record.withObjectProperty("Targets").remove(target.asText());
        }
        rules.save(id, record);
        ObjectNode answer = Json.object().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        JsonNode targets = rules.existing(Input.rule(input, "Rule", context)).path("Targets");
        List<JsonNode> all =
                targets.properties().stream().map(Map.Entry::getValue).toList();
        return Input.page("Targets", all, input);
    }
}
