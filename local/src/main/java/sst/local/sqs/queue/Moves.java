package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import sst.local.sqs.message.Delivery;
import sst.local.sqs.message.NewMessage;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.ReceiveRequest;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/**
 * Moves messages out of dead-letter queues, at once and whatever rate was asked for, and remembers that it did.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
public final class Moves {
    private static final int AT_ONCE = 10;
    private static final int HIDDEN_SECONDS = 3600;
    private static final String SOURCE = "DeadLetterQueueSourceArn";

    private final Queues queues;
    private final Store store;
    private final Clock clock;
    private final NavigableMap<String, JsonNode> records;

    /** The moves that the store remembers. */
    public Moves(Queues queues, Store store, Clock clock) {
        this.queues = queues;
        this.store = store;
        this.clock = clock;
        this.records = store.json("sqs/moves");
    }

    /**
     * Empties a queue into another one, or each message into the queue that it comes from.
     *
     * @return what is remembered of the move, by AWS's names
     */
    public ObjectNode move(QueueId source, Optional<QueueId> destination) {
        Queue from = queues.require(source);
        ObjectNode task = Json.object().put("SourceArn", source.arn()).put("StartedTimestamp", clock.millis());
        destination.ifPresent(id -> task.put("DestinationArn", id.arn()));
        task.put("ApproximateNumberOfMessagesToMove", from.counts().getOrDefault("ApproximateNumberOfMessages", 0));
        int moved = 0;
        boolean isStuck = false;
        List<Delivery> some = some(from);
        while (!some.isEmpty() && !isStuck) {
            for (Delivery message : some) {
                boolean isGone = pass(from, message, destination);
                moved += isGone ? 1 : 0;
                isStuck |= !isGone;
            }
            some = isStuck ? List.of() : some(from);
        }
        task.put("ApproximateNumberOfMessagesMoved", moved).put("Status", isStuck ? "FAILED" : "COMPLETED");
        if (isStuck) {
            task.put("FailureReason", "CouldNotDetermineMessageSource");
        }
        remember(source, task);
        return task;
    }

    /** In the order in which they were, also those of one millisecond. */
    private synchronized void remember(QueueId source, ObjectNode task) {
        NavigableMap<String, JsonNode> before = of(source);
        String start = source.key() + "/" + String.format(Locale.ROOT, "%013d", clock.millis());
        long sameTime = before.tailMap(start, true).size();
        records.put(start + String.format(Locale.ROOT, "-%06d", sameTime), task);
    }

    private List<Delivery> some(Queue from) {
        return from.receive(new ReceiveRequest(AT_ONCE, HIDDEN_SECONDS, 0), null);
    }

    /** A moved message is a new one. */
    private boolean pass(Queue from, Delivery message, Optional<QueueId> destination) {
        ObjectNode content = message.content().deepCopy();
        ObjectNode system = content.withObjectProperty("System");
        String origin = system.path(SOURCE).asText();
        Optional<QueueId> to = destination
                .or(() -> origin.isEmpty() ? Optional.empty() : Optional.of(QueueId.ofArn(origin)))
                .filter(id -> queues.find(id).isPresent());
        if (to.isEmpty()) {
            from.hide(message.receiptHandle(), 0);
            return false;
        }
        String group = system.path("MessageGroupId").asText();
        system.remove(SOURCE);
        String once = from.id().isFifo() ? UUID.randomUUID().toString() : "";
        Queue target = queues.require(to.get());
        return store.atomically(() -> {
            target.send(new NewMessage(content, group, once, 0));
            from.delete(message.receiptHandle());
            return true;
        });
    }

    /** The moves out of a queue, the latest first. */
    public List<JsonNode> of(QueueId source, int most) {
        return of(source).descendingMap().values().stream().limit(most).toList();
    }

    private NavigableMap<String, JsonNode> of(QueueId source) {
        return records.subMap(source.key() + "/", true, source.key() + "0", false);
    }
}
