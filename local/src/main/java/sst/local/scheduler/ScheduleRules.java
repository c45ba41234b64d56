package sst.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import sst.local.destination.Destinations;
import sst.local.schedule.Expression;

/** What a schedule may be (https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html). */
final class ScheduleRules {
    private static final Set<String> TARGET = Set.of(
            "Arn", "RoleArn", "Input", "DeadLetterConfig", "RetryPolicy", "SqsParameters", "EventBridgeParameters");
    private static final int LONGEST_WINDOW = 1440;

    private ScheduleRules() {}

    static void check(JsonNode input) {
        for (String name : new String[] {"ScheduleExpression", "FlexibleTimeWindow", "Target"}) {
            if (!input.hasNonNull(name)) {
                throw SchedulerFault.invalid("1 validation error detected: Value null at '"
                        + Character.toLowerCase(name.charAt(0)) + name.substring(1)
                        + "' failed to satisfy constraint: Member must not be null");
            }
        }
        expression(input, Instant.EPOCH);
        window(input.path("FlexibleTimeWindow"));
        target(input.path("Target"));
    }

    /** When the schedule is due, rates counted from {@code since}. */
    static Expression expression(JsonNode record, Instant since) {
        String text = record.path("ScheduleExpression").asText();
        try {
            ZoneId zone = ZoneId.of(record.path("ScheduleExpressionTimezone").asText("UTC"));
            return Expression.parse(text, since, zone);
        } catch (DateTimeException unknown) {
            throw SchedulerFault.invalid("Provided ScheduleExpressionTimezone is not valid.");
        } catch (IllegalArgumentException wrong) {
            throw SchedulerFault.invalid("Invalid Schedule Expression " + text + ".");
        }
    }

    /** A time of a call, which is a number, or of a template, which is text. */
    static Instant moment(JsonNode date) {
        try {
            return date.isNumber()
                    ? Instant.ofEpochMilli((long) (date.asDouble() * 1000))
                    : Instant.parse(date.asText());
        } catch (DateTimeParseException wrong) {
            throw SchedulerFault.invalid("Not a time: " + date.asText());
        }
    }

    private static void window(JsonNode window) {
        String mode = window.path("Mode").asText();
        if (!mode.equals("OFF") && !mode.equals("FLEXIBLE")) {
            throw SchedulerFault.invalid("1 validation error detected: Value '" + mode
                    + "' at 'flexibleTimeWindow.mode' failed to satisfy constraint: Member must satisfy enum value set:"
                    + " [OFF, FLEXIBLE]");
        }
        int minutes = window.path("MaximumWindowInMinutes").asInt(0);
        if (mode.equals("FLEXIBLE") && (minutes < 1 || minutes > LONGEST_WINDOW)) {
            throw SchedulerFault.invalid("MaximumWindowInMinutes must be between 1 and " + LONGEST_WINDOW + ".");
        }
    }

    private static void target(JsonNode target) {
        String arn = target.path("Arn").asText("");
        boolean isBus = arn.matches("arn:aws[a-z-]*:events:.+:event-bus/.+");
        if (!isBus && (!Destinations.isKnown(arn) || arn.contains(":logs:"))) {
            throw SchedulerFault.unsupported("the target " + arn);
        }
        if (target.path("RoleArn").asText("").isEmpty()) {
            throw SchedulerFault.invalid("1 validation error detected: Value null at 'target.roleArn' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        Set<String> unknown = new TreeSet<>();
        target.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(TARGET);
        if (!unknown.isEmpty()) {
            throw SchedulerFault.unsupported("the setting " + String.join(", ", unknown) + " of a target");
        }
        JsonNode bus = target.path("EventBridgeParameters");
        if (isBus
                && (bus.path("DetailType").asText("").isEmpty()
                        || bus.path("Source").asText("").isEmpty())) {
            throw SchedulerFault.invalid("EventBridgeParameters with DetailType and Source are required for " + arn);
        }
        if (arn.endsWith(".fifo")
                && target.path("SqsParameters")
                        .path("MessageGroupId")
                        .asText("")
                        .isEmpty()) {
            throw SchedulerFault.invalid("SqsParameters with MessageGroupId are required for " + arn);
        }
    }
}
