package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.local.sqs.message.Delivery;
import sst.local.sqs.message.NewMessage;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.Receipt;
import sst.local.sqs.message.ReceiveRequest;
import sst.local.sqs.message.Sent;
import sst.local.sqs.message.SqsFault;
import sst.local.store.Store;

/**
 * One queue. Every call takes time in the logarithm of its messages; a receiver that waits holds no lock.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
public final class Queue {
    private static final int MOST_IN_FLIGHT = 120_000;
    private static final long LONGEST_SLEEP_MILLIS = 1000;
    private static final long SEQUENCES_PER_MILLI = 1_000_000;

    private final QueueId id;
    private final String uid;
    private final Clock clock;
    private final MessageStore messages;
    private final Deduplication known;
    private final Backlog backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private QueueSettings settings;
    private long lastSequence;
    private boolean closed;

    Queue(QueueId id, QueueRecord record, Store store, Clock clock) {
        this.id = id;
        this.uid = record.uid();
        this.clock = clock;
        this.settings = record.settings();
        this.messages = new MessageStore(store, uid);
        this.known = new Deduplication(store, uid);
        this.backlog = new Backlog(ReceiveOrder.of(id));
        messages.load(backlog::add);
        this.lastSequence = backlog.last();
    }

    /** Which queue it is. */
    public QueueId id() {
        return id;
    }

    /** Its attributes. */
    public QueueSettings settings() {
        lock.lock();
        try {
            return settings;
        } finally {
            lock.unlock();
        }
    }

    void change(QueueSettings changed) {
        lock.lock();
        try {
            settings = changed;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a message, or on a FIFO queue finds that it has it already. */
    public Sent send(NewMessage message) {
        lock.lock();
        try {
            long now = clock.millis();
            String key = deduplicationKey(message);
            Optional<Sent> before = key.isEmpty() ? Optional.empty() : known.find(key, now);
            return before.orElseGet(() -> messages.together(() -> add(message, key)));
        } finally {
            lock.unlock();
        }
    }

    private String deduplicationKey(NewMessage message) {
        if (message.deduplicationId().isEmpty()) {
            return "";
        }
        String scope = settings.is("DeduplicationScope", "messageGroup") ? message.group() : "";
        return scope + "/" + message.deduplicationId();
    }

    private Sent add(NewMessage message, String key) {
        long now = clock.millis();
        ObjectNode content = message.content();
        Sent sent = new Sent(UUID.randomUUID().toString(), nextSequence(now));
        content.put("MessageId", sent.messageId());
        if (id.isFifo()) {
            content.withObjectProperty("System").put("SequenceNumber", sent.sequenceNumber());
        }
        Slot slot = new Slot(sent.sequence(), message.group(), now);
        int delay = message.delaySeconds() < 0 ? settings.number("DelaySeconds") : message.delaySeconds();
        if (delay > 0) {
            slot.hold = Hold.DELAYED;
            slot.until = now + delay * 1000L;
        }
        place(slot, content);
        if (!key.isEmpty()) {
            known.note(key, sent, now);
        }
        return sent;
    }

    private void place(Slot slot, ObjectNode content) {
        messages.add(slot, content);
        backlog.add(slot);
        arrived.signalAll();
    }

    /** Rises over restarts too, when the queue was empty in between. */
    private long nextSequence(long now) {
        lastSequence = Math.max(lastSequence + 1, now * SEQUENCES_PER_MILLI);
        return lastSequence;
    }

    /** Takes a message that another queue gave up; a standard queue keeps the time it was first sent. */
    void bury(Dead dead) {
        lock.lock();
        try {
            long now = clock.millis();
            long sentAt = id.isFifo() ? now : dead.slot().sentAt;
            Slot slot = new Slot(nextSequence(now), dead.slot().group, sentAt);
            ObjectNode system = dead.content().withObjectProperty("System");
            system.put("DeadLetterQueueSourceArn", dead.source().arn());
            if (id.isFifo()) {
                system.put("SequenceNumber", Sent.sequenceNumber(slot.sequence));
            }
            place(slot, dead.content());
        } finally {
            lock.unlock();
        }
    }

    /** A message that was received too often. */
    record Dead(QueueId source, Slot slot, ObjectNode content) {}

    /** Receives messages, waiting for the first one; {@code dead} takes what was received too often. */
    List<Delivery> receive(ReceiveRequest request, @Nullable Consumer<Dead> dead) {
        long millis = request.waitMillis() >= 0
                ? request.waitMillis()
                : settings().number("ReceiveMessageWaitTimeSeconds") * 1000L;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            List<Dead> given = new ArrayList<>();
            List<Delivery> taken = takeOrSleep(request, dead == null ? null : given, deadline);
            if (dead != null && !given.isEmpty()) {
                messages.together(() -> {
                    given.forEach(dead);
                    forget(given);
                });
            }
            if (!taken.isEmpty() || System.nanoTime() >= deadline || isClosed()) {
                return taken;
            }
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void forget(List<Dead> given) {
        lock.lock();
        try {
            given.forEach(dead -> messages.remove(dead.slot()));
        } finally {
            lock.unlock();
        }
    }

    private List<Delivery> takeOrSleep(ReceiveRequest request, @Nullable List<Dead> dead, long deadline) {
        lock.lock();
        try {
            if (closed) {
                return List.of();
            }
            List<Delivery> taken = take(request, dead);
            boolean isWorthWaiting = taken.isEmpty() && (dead == null || dead.isEmpty());
            long left = deadline - System.nanoTime();
            if (isWorthWaiting && left > 0) {
                sleep(left);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The caller looks again after each wake-up, whatever caused it. */
    @SuppressWarnings("WaitNotInLoop")
    private void sleep(long nanosLeft) {
        long due = backlog.nextRelease().orElse(Long.MAX_VALUE) - clock.millis();
        long millis = Math.max(1, Math.min(due, LONGEST_SLEEP_MILLIS));
        try {
            long unused = arrived.awaitNanos(Math.min(nanosLeft, TimeUnit.MILLISECONDS.toNanos(millis)));
        } catch (InterruptedException stopping) {
            // The mark is not set again: it would break the store's file at its next write.
            closed = true;
        }
    }

    private List<Delivery> take(ReceiveRequest request, @Nullable List<Dead> dead) {
        long now = clock.millis();
        tidy(now);
        if (backlog.inFlight() >= MOST_IN_FLIGHT && !id.isFifo()) {
            throw SqsFault.named("OverLimit", "The number of in flight messages has reached the limit.");
        }
        int seconds =
                request.visibilitySeconds() < 0 ? settings.number("VisibilityTimeout") : request.visibilitySeconds();
        int most = dead == null
                ? Integer.MAX_VALUE
                : settings.redrive().map(QueueSettings.Redrive::maxReceiveCount).orElse(Integer.MAX_VALUE);
        List<Delivery> taken = new ArrayList<>();
        for (Slot slot : backlog.next(request.most())) {
            ObjectNode content = messages.content(slot.sequence).orElseThrow();
            if (dead != null && slot.receives >= most) {
                backlog.remove(slot);
                dead.add(new Dead(id, slot, content));
            } else {
                taken.add(deliver(slot, content, now + seconds * 1000L));
            }
        }
        return taken;
    }

    private Delivery deliver(Slot slot, ObjectNode content, long until) {
        slot.receives++;
        if (slot.firstReceivedAt == 0) {
            slot.firstReceivedAt = clock.millis();
        }
        backlog.hold(slot, Hold.IN_FLIGHT, until);
        messages.save(slot);
        ObjectNode system = content.withObjectProperty("System");
        system.put("SentTimestamp", Long.toString(slot.sentAt));
        system.put("ApproximateReceiveCount", Integer.toString(slot.receives));
        system.put("ApproximateFirstReceiveTimestamp", Long.toString(slot.firstReceivedAt));
        if (!slot.group.isEmpty()) {
            system.put("MessageGroupId", slot.group);
        }
        return new Delivery(new Receipt(uid, slot.sequence, slot.receives).handle(), content);
    }

    private void tidy(long now) {
        backlog.release(now);
        long oldest = now - settings.number("MessageRetentionPeriod") * 1000L;
        for (Slot slot = backlog.oldestBefore(oldest); slot != null; slot = backlog.oldestBefore(oldest)) {
            backlog.remove(slot);
            messages.remove(slot);
        }
    }

    /** Deletes a received message; one that is gone, or that somebody else has received since, is no failure. */
    public void delete(String handle) {
        Receipt receipt = receipt(handle);
        lock.lock();
        try {
            backlog.release(clock.millis());
            Slot slot = backlog.find(receipt.sequence());
            if (slot == null) {
                return;
            }
            boolean isCurrent = slot.receives == receipt.receive();
            if (id.isFifo() && !(isCurrent && slot.hold == Hold.IN_FLIGHT)) {
                throw SqsFault.expiredReceipt(handle);
            }
            if (isCurrent) {
                backlog.remove(slot);
                messages.remove(slot);
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hides a received message for so many seconds from now. */
    public void hide(String handle, int seconds) {
        Receipt receipt = receipt(handle);
        lock.lock();
        try {
            long now = clock.millis();
            backlog.release(now);
            Slot slot = backlog.find(receipt.sequence());
            if (slot == null) {
                throw SqsFault.invalid(
                        "ReceiptHandle",
                        handle,
                        "Message does not exist or is not available for visibility timeout change.");
            }
            boolean isOld = id.isFifo() && slot.receives != receipt.receive();
            if (slot.hold != Hold.IN_FLIGHT || isOld) {
                throw SqsFault.named("MessageNotInflight", "The message referred to isn't in flight.");
            }
            backlog.hold(slot, Hold.IN_FLIGHT, now + seconds * 1000L);
            backlog.release(now);
            messages.save(slot);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Receipt receipt(String handle) {
        Receipt receipt = Receipt.parse(handle);
        if (!receipt.queue().equals(uid)) {
            throw SqsFault.badReceipt(handle);
        }
        return receipt;
    }

    /** Deletes all messages. */
    void purge() {
        lock.lock();
        try {
            backlog.clear();
            messages.clear();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages there are, by AWS's attribute names. */
    public Map<String, Integer> counts() {
        lock.lock();
        try {
            tidy(clock.millis());
            Map<String, Integer> counts = new HashMap<>();
            int held = backlog.inFlight() + backlog.delayed();
            counts.put("ApproximateNumberOfMessages", backlog.size() - held);
            counts.put("ApproximateNumberOfMessagesNotVisible", backlog.inFlight());
            counts.put("ApproximateNumberOfMessagesDelayed", backlog.delayed());
            return counts;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting receivers. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the queue and drops what it holds. */
    void drop() {
        close();
        lock.lock();
        try {
            backlog.clear();
            known.clear();
            messages.drop();
        } finally {
            lock.unlock();
        }
    }
}
