package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import sst.local.sqs.message.Delivery;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.ReceiveRequest;
import sst.local.sqs.message.SqsFault;
import sst.local.store.Store;

/** All queues of all regions; a queue's messages are read at its first use. */
public final class Queues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern FIFO_NAME = Pattern.compile("[A-Za-z0-9_-]{1,75}\\.fifo");
    private static final long PURGE_PAUSE_MILLIS = 60_000;

    private final Store store;
    private final Clock clock;
    private final NavigableMap<String, JsonNode> records;
    private final Map<String, Queue> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** The queues that the store holds. */
    public Queues(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.records = store.json("sqs/queues");
    }

    /** Makes a queue, or finds the one that is there when the given attributes are the same. */
    public synchronized Queue create(QueueId id, Map<String, String> attributes, Map<String, String> tags) {
        boolean isFifo = attributes.getOrDefault("FifoQueue", "false").equals("true");
        checkName(id, isFifo);
        QueueSettings settings = QueueSettings.initial(id).with(attributes, id);
        Optional<QueueRecord> existing = find(id);
        if (existing.isPresent()) {
            Map<String, String> has = existing.get().settings().values();
            attributes.forEach((name, value) -> {
                if (!value.equals(has.getOrDefault(name, ""))) {
                    throw SqsFault.otherQueue(name);
                }
            });
            return require(id);
        }
        checkRedrive(settings);
        long now = clock.millis();
        String uid = UUID.randomUUID().toString();
        save(id, new QueueRecord(uid, settings, tags, new QueueRecord.Times(now, now, 0)));
        return require(id);
    }

    private static void checkName(QueueId id, boolean isFifo) {
        if (isFifo && !FIFO_NAME.matcher(id.name()).matches()) {
            throw SqsFault.invalid("The name of a FIFO queue can only include alphanumeric characters, hyphens, or"
                    + " underscores, must end with .fifo suffix and be 1 to 80 in length.");
        }
        if (!isFifo && !NAME.matcher(id.name()).matches()) {
            throw SqsFault.invalid(
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    private void checkRedrive(QueueSettings settings) {
        settings.redrive().ifPresent(redrive -> {
            if (find(QueueId.ofArn(redrive.targetArn())).isEmpty()) {
                throw SqsFault.invalid(
                        "RedrivePolicy",
                        settings.values().getOrDefault("RedrivePolicy", ""),
                        "Dead letter target does not exist.");
            }
        });
    }

    /** What is kept of a queue. */
    public Optional<QueueRecord> find(QueueId id) {
        return Optional.ofNullable(records.get(id.key())).map(QueueRecord::read);
    }

    /** A queue that must be there. */
    public Queue require(QueueId id) {
        return open.computeIfAbsent(
                id.key(), key -> new Queue(id, find(id).orElseThrow(SqsFault::noQueue), store, clock));
    }

    /** Changes attributes. */
    public synchronized void change(QueueId id, Map<String, String> attributes) {
        if (id.isFifo() && !attributes.getOrDefault("FifoQueue", "true").equals("true")) {
            throw SqsFault.otherType();
        }
        QueueSettings changed = require(id).settings().with(attributes, id);
        if (attributes.containsKey("RedrivePolicy")) {
            checkRedrive(changed);
        }
        replace(id, record -> record.withSettings(changed, clock.millis()));
        require(id).change(changed);
    }

    /** Changes tags. */
    public synchronized void tag(QueueId id, UnaryOperator<Map<String, String>> change) {
        replace(id, record -> record.withTags(change.apply(record.tags())));
    }

    private void replace(QueueId id, UnaryOperator<QueueRecord> change) {
        save(id, change.apply(find(id).orElseThrow(SqsFault::noQueue)));
    }

    private void save(QueueId id, QueueRecord record) {
        records.put(id.key(), record.node());
    }

    /** Deletes a queue and its messages. */
    public synchronized void delete(QueueId id) {
        Queue queue = require(id);
        open.remove(id.key());
        records.remove(id.key());
        queue.drop();
    }

    /** Deletes all messages of a queue. */
    public synchronized void purge(QueueId id) {
        Queue queue = require(id);
        long now = clock.millis();
        long last = find(id).orElseThrow(SqsFault::noQueue).times().purged();
        if (last > 0 && now < last + PURGE_PAUSE_MILLIS) {
            throw SqsFault.named(
                    "PurgeQueueInProgress",
                    "Only one PurgeQueue operation on " + id.name() + " is allowed every 60 seconds.");
        }
        replace(id, record -> record.purgedAt(now));
        queue.purge();
    }

    /** Receives messages; those received too often go to the dead-letter queue, if there is one. */
    public List<Delivery> receive(Queue queue, ReceiveRequest request) {
        Optional<Queue> grave = queue.settings()
                .redrive()
                .map(redrive -> QueueId.ofArn(redrive.targetArn()))
                .filter(id -> find(id).isPresent())
                .map(this::require);
        ReceiveRequest bounded = closed ? request.atOnce() : request;
        return queue.receive(
                bounded, grave.<Consumer<Queue.Dead>>map(to -> to::bury).orElse(null));
    }

    /** The names of a region's queues that start with the prefix, after the given name, in order. */
    public List<String> names(String region, String prefix, String after) {
        String from = after.compareTo(prefix) > 0 ? after : prefix;
        return records.tailMap(region + "/" + from, true).keySet().stream()
                .takeWhile(key -> key.startsWith(region + "/" + prefix))
                .map(key -> key.substring(region.length() + 1))
                .filter(name -> !name.equals(after))
                .toList();
    }

    /** How many queues there are. */
    public int count() {
        return records.size();
    }

    /** Ends every receiver that waits. */
    public synchronized void close() {
        closed = true;
        open.values().forEach(Queue::close);
    }
}
