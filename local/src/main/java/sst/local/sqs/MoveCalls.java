package sst.local.sqs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Moves;
import sst.local.sqs.queue.Queues;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls that bring messages back from dead-letter queues; a move is done when its call answers. */
record MoveCalls(Queues queues, QueueCalls calls, Moves moves) {
    private static final int MOST_A_SECOND = 500;
    private static final int MOST_LISTED = 10;

    ObjectNode start(ObjectNode input, CallContext context) {
        QueueId source = existing(input, "SourceArn");
        Optional<QueueId> destination =
                input.hasNonNull("DestinationArn") ? Optional.of(existing(input, "DestinationArn")) : Optional.empty();
        if (!calls.isDeadLetterQueue(source)) {
            throw SqsFault.invalid("Source queue must be configured as a Dead Letter Queue.");
        }
        if (destination.filter(source::equals).isPresent()) {
            throw SqsFault.invalid("Source queue arn and destination queue arn cannot be the same.");
        }
        if (destination.filter(id -> id.isFifo() != source.isFifo()).isPresent()) {
            throw SqsFault.invalid("The source queue and destination queue must be of the same queue type.");
        }
        Input.number(input, new Input.Bounds("MaxNumberOfMessagesPerSecond", MOST_A_SECOND, 1, MOST_A_SECOND));
        String started =
                moves.move(source, destination).path("StartedTimestamp").asText();
        byte[] handle = (source.arn() + " " + started).getBytes(StandardCharsets.UTF_8);
        return Json.object().put("TaskHandle", Base64.getEncoder().encodeToString(handle));
    }

    private QueueId existing(ObjectNode input, String name) {
        QueueId id = QueueId.ofArn(Input.text(input, name));
        if (queues.find(id).isEmpty()) {
            throw gone("The resource that you specified for the " + name + " parameter doesn't exist.");
        }
        return id;
    }

    ObjectNode list(ObjectNode input, CallContext context) {
        QueueId source = existing(input, "SourceArn");
        int most = Input.number(input, new Input.Bounds("MaxResults", 1, 1, MOST_LISTED));
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("Results");
        moves.of(source, most).forEach(results::add);
        return answer;
    }

    /** A move is done when its call answers, so there is never one under way. */
    ObjectNode cancel(ObjectNode input, CallContext context) {
        String[] task = task(Input.text(input, "TaskHandle"));
        QueueId source = QueueId.ofArn(task[0]);
        if (queues.find(source).isEmpty()) {
            throw gone("The resource that you specified for the SourceArn parameter doesn't exist.");
        }
        boolean isKnown = moves.of(source, Integer.MAX_VALUE).stream()
                .anyMatch(each -> each.path("StartedTimestamp").asText().equals(task[1]));
        if (!isKnown) {
            throw gone("Task does not exist.");
        }
        throw SqsFault.named("UnsupportedOperation", "Only a task that is running can be cancelled.");
    }

    private static String[] task(String handle) {
        try {
            String[] task = new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8).split(" ", -1);
            if (task.length == 2 && task[0].startsWith("arn:aws:sqs:")) {
                return task;
            }
        } catch (IllegalArgumentException garbled) {
            throw SqsFault.invalid("Value for parameter TaskHandle is invalid.");
        }
        throw SqsFault.invalid("Value for parameter TaskHandle is invalid.");
    }

    private static AwsException gone(String text) {
        return new AwsException(404, "ResourceNotFoundException", text);
    }
}
