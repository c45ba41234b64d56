package sst.local.destination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import sst.local.port.FunctionInvoker;
import sst.local.port.LogSink;
import sst.local.port.QueueAccess;
import sst.local.port.TopicAccess;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Sends payloads to whatever an ARN names. */
public final class Destinations {
    private static final Set<String> SERVICES = Set.of("lambda", "sqs", "sns", "logs");
    private static final int ARN_PARTS = 6;

    private final Ends ends;
    private final Clock clock;
    private final String stream = UUID.randomUUID().toString();

    /** The services that destinations live in. */
    public record Ends(FunctionInvoker functions, QueueAccess queues, TopicAccess topics, LogSink logs) {}

    /** Destinations in these services. */
    public Destinations(Ends ends, Clock clock) {
        this.ends = ends;
        this.clock = clock;
    }

    /** Whether payloads can be sent to ARNs of this kind. */
    public static boolean isKnown(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS && SERVICES.contains(parts[2]);
    }

    /**
     * Sends a payload.
     *
     * @param arn of a function, queue, topic or log group
     * @param payload JSON, or text for what is not a function
     * @param queue {@code MessageGroupId} of a FIFO queue; may be missing
     * @throws AwsException when the target is not there, or refuses the payload
     */
    public void send(String arn, String payload, JsonNode queue) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (!isKnown(arn)) {
            throw new AwsException(400, "ValidationException", "the local cloud cannot send to " + arn);
        }
        switch (parts[2]) {
            case "lambda" -> ends.functions().invokeLater(arn, Json.write(Json.parse(payload)));
            case "sqs" -> ends.queues().send(arn, message(payload, queue));
            case "sns" -> ends.topics().publish(arn, Json.object().put("Message", payload));
            default -> log(parts, payload);
        }
    }

    /** Whether there is such a function, queue or topic. */
    public boolean exists(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        return isKnown(arn)
                && switch (parts[2]) {
                    case "lambda" -> ends.functions().exists(arn);
                    case "sqs" -> ends.queues().exists(arn);
                    case "sns" -> ends.topics().hasTopic(arn);
                    default -> true;
                };
    }

    /** The queues, for what could not be sent. */
    public QueueAccess queues() {
        return ends.queues();
    }

    /** The topics, for what needs more than a payload. */
    public TopicAccess topics() {
        return ends.topics();
    }

    private static ObjectNode message(String payload, JsonNode queue) {
        ObjectNode message = Json.object().put("MessageBody", payload);
        String group = queue.path("MessageGroupId").asText("");
        return group.isEmpty() ? message : message.put("MessageGroupId", group);
    }

    private void log(String[] parts, String payload) {
        String group = parts[5].replaceFirst("^log-group:", "").replaceFirst(":\\*$", "");
        ends.logs().append(new LogSink.LogStream(parts[3], group, stream), clock.millis(), payload);
    }
}
