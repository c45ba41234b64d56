package sst.local.lambda.source.poll;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import sst.local.port.StreamAccess;
import sst.local.port.StreamAccess.Entry;
import sst.local.port.StreamAccess.Shard;
import sst.local.port.StreamAccess.Wanted;
import sst.local.wire.AwsException;

/** Reads every shard of a stream in order, parents before their children, and calls a function with what comes. */
public final class StreamPoller implements Poller {
    private static final System.Logger LOG = System.getLogger(StreamPoller.class.getName());
    private static final long POLL_MILLIS = 500;

    private final String key;
    private final Mapping mapping;
    private final StreamAccess stream;
    private final Ends ends;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    /**
     * A poller of the mapping, which rests until it is started.
     *
     * @param key names the mapping in its checkpoints
     * @param stream reads the mapping's source
     */
    public StreamPoller(String key, Mapping mapping, StreamAccess stream, Ends ends) {
        this.key = key;
        this.mapping = mapping;
        this.stream = stream;
        this.ends = ends;
    }

    @Override
    public void start() {
        List<String> all = stream.shards(mapping.sourceArn());
        for (String id : all) {
            Shard shard = new Shard(mapping.sourceArn(), id);
            boolean isDue =
                    stream.parents(shard).stream().allMatch(parent -> ended.contains(parent) || !all.contains(parent));
            if (isDue && begun.add(id)) {
                ends.threads().execute(() -> run(shard));
            }
        }
    }

    /** The shard was split or merged, and is read to its end: its children are due. */
    private void end(Shard shard) {
        ended.add(shard.id());
        start();
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** A poller that was stopped may still be at a batch; this one begins where it ends. */
    private void run(Shard shard) {
        Lock turn = ends.checkpoints().turn(key, shard.id());
        turn.lock();
        try {
            read(shard);
        } finally {
            turn.unlock();
        }
    }

    private void read(Shard shard) {
        StreamBatches batches = new StreamBatches(mapping, shard.id(), ends, stop);
        long after = ends.checkpoints().get(key, shard.id()).orElseGet(() -> stream.oldest(shard));
        while (!isStopped()) {
            try {
                if (stream.isEnded(shard, after)) {
                    end(shard);
                    return;
                }
                after = step(shard, after, batches);
            } catch (AwsException refused) {
                LOG.log(System.Logger.Level.WARNING, "event source " + mapping.sourceArn() + ": " + refused.text());
                rest();
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.ERROR, "event source " + mapping.sourceArn(), broken);
                rest();
            }
        }
    }

    private long step(Shard shard, long after, StreamBatches batches) {
        List<Entry> batch = collect(shard, after);
        if (batch.isEmpty()) {
            return after;
        }
        long handled = batches.handle(batch, after);
        if (handled != after) {
            ends.checkpoints().put(key, shard.id(), handled);
            ends.store().commit();
        }
        return handled;
    }

    private void rest() {
        try {
            boolean unused = stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            stop();
        }
    }

    /** One batch: full, or what came within the window. */
    private List<Entry> collect(Shard shard, long after) {
        int size = mapping.batch().size();
        List<Entry> batch = stream.read(shard, after, new Wanted(size, POLL_MILLIS));
        long deadline = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(mapping.batch().windowMillis());
        while (!batch.isEmpty() && batch.size() < size && !isStopped() && System.nanoTime() < deadline) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            long last = batch.get(batch.size() - 1).position();
            stream.read(shard, last, new Wanted(1, Math.min(POLL_MILLIS, Math.max(1, left))));
            batch = stream.read(shard, after, new Wanted(size, 0));
        }
        return batch;
    }
}
