package sst.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.destination.Destinations;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.port.EventBusAccess;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * Tells of asynchronous invocations that are over: to destinations, and of failures to dead-letter queues.
 * See https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
final class AsyncReports {
    private static final System.Logger LOG = System.getLogger(AsyncReports.class.getName());

    private final Targets targets;
    private final Clock clock;
    private volatile @Nullable Ends ends;

    /** Where reports may go. */
    record Ends(Destinations destinations, EventBusAccess buses) {}

    /**
     * An invocation that is over.
     *
     * @param ref as it was called
     * @param requestId of all its attempts
     * @param payload what it was called with
     * @param condition {@code Success}, {@code RetriesExhausted} or {@code EventAgeExceeded}
     * @param attempts how often it ran
     * @param answer what the last attempt gave
     */
    record Ended(FunctionRef ref, String requestId, byte[] payload, String condition, int attempts, byte[] answer) {
        boolean isSuccess() {
            return condition.equals("Success");
        }
    }

    AsyncReports(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** From now on reports go there. */
    void tell(Ends other) {
        this.ends = other;
    }

    void report(Ended ended) {
        Ends now = ends;
        if (now == null) {
            return;
        }
        Optional<JsonNode> settings = targets.retries(ended.ref());
        String destination = settings.map(all -> all.path("DestinationConfig")
                        .path(ended.isSuccess() ? "OnSuccess" : "OnFailure")
                        .path("Destination")
                        .asText(""))
                .orElse("");
        if (!destination.isEmpty()) {
            attempt(destination, () -> send(now, destination, ended));
        }
        String grave = ended.isSuccess() ? "" : targets.deadLetters(ended.ref());
        if (!grave.isEmpty()) {
            attempt(grave, () -> bury(now, grave, ended));
        }
    }

    private static void attempt(String arn, Runnable sending) {
        try {
            sending.run();
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, arn + " did not take what became of an invocation: " + refused.text());
        }
    }

    private void send(Ends now, String arn, Ended ended) {
        ObjectNode record = record(ended);
        if (!arn.contains(":event-bus/")) {
            now.destinations().send(arn, record.toString(), Members.object());
            return;
        }
        ObjectNode entry = Members.object()
                .put("Source", "lambda")
                .put("DetailType", "Lambda Function Invocation Result - " + (ended.isSuccess() ? "Success" : "Failure"))
                .put("Detail", record.toString());
        entry.putArray("Resources")
                .add(record.path("requestContext").path("functionArn").asText())
                .add(arn);
        now.buses().put(arn, entry);
    }

    private ObjectNode record(Ended ended) {
        String version = targets.find(ended.ref()).spec().version();
        String arn = ended.ref().qualifier().isEmpty()
                ? ended.ref().at(FunctionRef.LATEST).arn()
                : ended.ref().arn();
        ObjectNode record = Members.object()
                .put("version", "1.0")
                .put("timestamp", clock.instant().toString());
        record.putObject("requestContext")
                .put("requestId", ended.requestId())
                .put("functionArn", arn)
                .put("condition", ended.condition())
                .put("approximateInvokeCount", ended.attempts());
        record.set("requestPayload", tree(ended.payload()));
        ObjectNode response =
                record.putObject("responseContext").put("statusCode", 200).put("executedVersion", version);
        if (!ended.isSuccess()) {
            response.put("functionError", "Unhandled");
        }
        record.set("responsePayload", tree(ended.answer()));
        return record;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.parse(new String(json, StandardCharsets.UTF_8));
        } catch (AwsException notJson) {
            return Members.object().nullNode();
        }
    }

    /** See https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq */
    private static void bury(Ends now, String arn, Ended ended) {
        String body = new String(ended.payload(), StandardCharsets.UTF_8);
        ObjectNode attributes = Members.object();
        Map.of(
                        "RequestID",
                        ended.requestId(),
                        "ErrorMessage",
                        tree(ended.answer()).path("errorMessage").asText("failed"))
                .forEach((name, value) ->
                        attributes.putObject(name).put("DataType", "String").put("StringValue", value));
        attributes.putObject("ErrorCode").put("DataType", "Number").put("StringValue", "200");
        ObjectNode message = Members.object().set("MessageAttributes", attributes);
        if (arn.contains(":sqs:")) {
            now.destinations().queues().send(arn, message.put("MessageBody", body));
        } else {
            now.destinations().topics().publish(arn, message.put("Message", body));
        }
    }
}
