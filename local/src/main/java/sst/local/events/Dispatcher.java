package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sst.local.destination.Destinations;
import sst.local.events.rule.BusId;
import sst.local.events.rule.RuleId;
import sst.local.events.rule.Rules;
import sst.local.events.rule.TargetInput;
import sst.local.pattern.EventPatterns;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Sends events to the targets of the rules that match them. */
final class Dispatcher {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Rules rules;
    private final Destinations destinations;
    private final EventPatterns patterns = new EventPatterns();

    Dispatcher(Rules rules, Destinations destinations) {
        this.rules = rules;
        this.destinations = destinations;
    }

    void dispatch(BusId bus, ObjectNode event) {
        dispatch(bus, event, true);
    }

    /** An event that came from another bus does not go on to a third, as on AWS. */
    private void dispatch(BusId bus, ObjectNode event, boolean isOwn) {
        for (Map.Entry<RuleId, ObjectNode> rule : rules.of(bus)) {
            String pattern = rule.getValue().path("EventPattern").asText("");
            if (!pattern.isEmpty() && Rules.isEnabled(rule.getValue()) && patterns.matches(pattern, event)) {
                send(rule.getKey(), rule.getValue(), event, isOwn);
            }
        }
    }

    /** Sends the event of a rule's schedule. */
    void sendScheduled(RuleId rule, ObjectNode record, ObjectNode event) {
        send(rule, record, event, true);
    }

    private void send(RuleId rule, ObjectNode record, ObjectNode event, boolean isOwn) {
        for (JsonNode target : record.path("Targets")) {
            String arn = target.path("Arn").asText();
            if (!arn.startsWith("arn:aws:events:")) {
                send(rule, target, event);
            } else if (isOwn) {
                dispatch(BusId.parse(arn, rule.bus().region()), event, false);
            }
        }
    }

    private void send(RuleId rule, JsonNode target, ObjectNode event) {
        String arn = target.path("Arn").asText();
        try {
            destinations.send(arn, TargetInput.of(target, rule, event), target.path("SqsParameters"));
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, rule.arn() + ": " + arn + " did not take an event: " + refused.text());
            bury(rule, target, event, refused);
        }
    }

    /** See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
    private void bury(RuleId rule, JsonNode target, ObjectNode event, AwsException refused) {
        String grave = target.path("DeadLetterConfig").path("Arn").asText("");
        if (grave.isEmpty()) {
            return;
        }
        ObjectNode attributes = Json.object();
        Map.of(
                        "RULE_ARN", rule.arn(),
                        "TARGET_ARN", target.path("Arn").asText(),
                        "ERROR_CODE", refused.code(),
                        "ERROR_MESSAGE", refused.text())
                .forEach((name, value) ->
                        attributes.putObject(name).put("DataType", "String").put("StringValue", value));
        try {
            destinations
                    .queues()
                    .send(
                            grave,
                            Json.object().put("MessageBody", event.toString()).set("MessageAttributes", attributes));
        } catch (AwsException lost) {
            LOG.log(System.Logger.Level.WARNING, "an event is lost, as " + grave + " refused it: " + lost.text());
        }
    }
}
