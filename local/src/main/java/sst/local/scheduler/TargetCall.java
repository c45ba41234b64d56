package sst.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import sst.local.destination.Destinations;
import sst.local.port.EventBusAccess;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Calls a schedule's target; what it does not take goes to the schedule's dead-letter queue. */
record TargetCall(Destinations destinations, EventBusAccess buses) {
    private static final System.Logger LOG = System.getLogger(TargetCall.class.getName());

    void run(ScheduleId id, JsonNode schedule, Instant due) {
        JsonNode target = schedule.path("Target");
        String arn = target.path("Arn").asText();
        String execution = UUID.randomUUID().toString();
        String input = input(id, target, due, execution);
        try {
            if (arn.contains(":event-bus/")) {
                JsonNode parameters = target.path("EventBridgeParameters");
                ObjectNode entry = Json.object()
                        .put("Source", parameters.path("Source").asText())
                        .put("DetailType", parameters.path("DetailType").asText())
                        .put("Detail", input);
                entry.putArray("Resources").add(id.arn());
                buses.put(arn, entry);
            } else {
                destinations.send(arn, input, target.path("SqsParameters"));
            }
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, id.arn() + ": " + arn + " was not called: " + refused.text());
            bury(id, target, new Lost(input, execution, due, refused));
        }
    }

    private record Lost(String input, String execution, Instant due, AwsException refused) {}

    /** See https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
    private static String input(ScheduleId id, JsonNode target, Instant due, String execution) {
        String given = target.path("Input").asText("");
        if (given.isEmpty()) {
            return usual(id, due, execution).toString();
        }
        String time = due.truncatedTo(ChronoUnit.SECONDS).toString();
        return given.replace("<aws.scheduler.schedule-arn>", id.arn())
                .replace("<aws.scheduler.scheduled-time>", time)
                .replace("<aws.scheduler.execution-id>", execution)
                .replace("<aws.scheduler.attempt-number>", "1");
    }

    private static ObjectNode usual(ScheduleId id, Instant due, String execution) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", execution)
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", CallContext.ACCOUNT)
                .put("time", due.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", id.region());
        event.putArray("resources").add(id.arn());
        return event.put("detail", "{}");
    }

    /** See https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html */
    private void bury(ScheduleId id, JsonNode target, Lost lost) {
        String grave = target.path("DeadLetterConfig").path("Arn").asText("");
        if (grave.isEmpty()) {
            return;
        }
        ObjectNode attributes = Json.object();
        Map.of(
                        "SCHEDULE_ARN", id.arn(),
                        "TARGET_ARN", target.path("Arn").asText(),
                        "EXECUTION_ID", lost.execution(),
                        "SCHEDULED_TIME",
                                lost.due().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "ERROR_CODE", lost.refused().code(),
                        "ERROR_MESSAGE", lost.refused().text())
                .forEach((name, value) ->
                        attributes.putObject(name).put("DataType", "String").put("StringValue", value));
        ObjectNode message = Json.object().put("MessageBody", lost.input());
        try {
            destinations.queues().send(grave, message.set("MessageAttributes", attributes));
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, "an input is lost, as " + grave + " refused it: " + refused.text());
        }
    }
}
