package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import sst.local.port.FunctionInvoker;
import sst.local.port.QueueAccess.Received;
import sst.local.wire.AwsException;

/**
 * Takes messages from a queue and calls a function with them. What the function did not handle comes back by the
 * queue's visibility timeout, and by its redrive policy goes to a dead-letter queue in the end.
 */
public final class QueuePoller implements Poller {
    private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());
    private static final long POLL_MILLIS = 500;
    private static final int MOST_AT_ONCE = 1000;

    private final Mapping mapping;
    private final Ends ends;
    private final EventFilter filter;
    private final Semaphore permits;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** A poller of the mapping, which rests until it is started. */
    public QueuePoller(Mapping mapping, Ends ends) {
        this.mapping = mapping;
        this.ends = ends;
        this.filter = new EventFilter(mapping.filters());
        this.permits = new Semaphore(mapping.batch().concurrency());
    }

    @Override
    public void start() {
        ends.threads().execute(this::run);
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private void run() {
        try {
            while (!isStopped()) {
                if (permits.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    pollOnce();
                }
            }
        } catch (InterruptedException ending) {
            stop();
        }
    }

    private void pollOnce() throws InterruptedException {
        List<Received> batch = List.of();
        try {
            batch = collect();
        } catch (AwsException gone) {
            LOG.log(System.Logger.Level.WARNING, "event source " + mapping.sourceArn() + ": " + gone.text());
            boolean unused = stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (batch.isEmpty()) {
            permits.release();
            return;
        }
        List<Received> taken = batch;
        ends.threads().execute(() -> {
            try {
                handle(taken);
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.ERROR, "event source " + mapping.sourceArn(), broken);
            } finally {
                permits.release();
            }
        });
    }

    /** One batch: full, or what came within the window. */
    private List<Received> collect() {
        List<Received> batch = new ArrayList<>(receive(mapping.batch().size(), POLL_MILLIS));
        long deadline = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(mapping.batch().windowMillis());
        while (!batch.isEmpty() && batch.size() < mapping.batch().size() && !isStopped()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            batch.addAll(receive(mapping.batch().size() - batch.size(), Math.min(left, POLL_MILLIS)));
        }
        return batch;
    }

    private List<Received> receive(int most, long millis) {
        return ends.queues().receive(mapping.sourceArn(), Math.min(most, MOST_AT_ONCE), millis);
    }

    private void handle(List<Received> batch) {
        List<ObjectNode> wanted = new ArrayList<>();
        List<ObjectNode> unwanted = new ArrayList<>();
        for (Received message : batch) {
            ObjectNode record = QueueEvent.record(message, mapping.sourceArn());
            (filter.takes(QueueEvent.matchable(record)) ? wanted : unwanted).add(record);
        }
        delete(unwanted);
        if (!wanted.isEmpty()) {
            QueueEvent.parts(wanted).forEach(part -> delete(invoke(part)));
        }
        ends.store().commit();
    }

    private void delete(List<ObjectNode> records) {
        ends.store().atomically(() -> {
            records.forEach(this::delete);
            return records;
        });
    }

    private List<ObjectNode> invoke(List<ObjectNode> part) {
        try {
            FunctionInvoker.Invocation answer =
                    ends.functions().invoke(mapping.functionArn(), QueueEvent.payload(part));
            return BatchReport.handled(part, answer, mapping.isPartial());
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, mapping.functionArn() + " was not called: " + refused.text());
            return List.of();
        }
    }

    /** A message whose visibility timeout ended while the function ran may be somebody else's by now. */
    private void delete(ObjectNode record) {
        try {
            ends.queues()
                    .delete(mapping.sourceArn(), record.path("receiptHandle").asText());
        } catch (AwsException late) {
            LOG.log(System.Logger.Level.DEBUG, "a message was handled too late: " + late.text());
        }
    }
}
