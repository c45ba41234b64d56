package sst.runner.deploy.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.AwsFailure;

/** A lock that this run holds and keeps alive until it is closed. */
public final class HeldLock implements AutoCloseable {
    private static final Duration BEAT = StageLock.LEASE.dividedBy(5);

    private final StageLock lock;
    private final LockRecord record;
    private String etag;
    private final @Nullable LockRecord before;
    private Runnable afterwards = () -> {};
    private Runnable leftBehind = () -> {};
    private boolean lost;
    private boolean closed;
    private @Nullable ScheduledExecutorService heart;

    /** @param before the abandoned lock that was taken over, null when there was none */
    HeldLock(StageLock lock, LockRecord record, String etag, @Nullable LockRecord before) {
        this.before = before;
        this.lock = lock;
        this.record = record;
        this.etag = etag;
    }

    /** Renews the lease in the background from now on. */
    public HeldLock beating() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sst-lock");
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleAtFixedRate(this::renew, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
        heart = started;
        return this;
    }

    /** What to do when the lock has been given back; left undone where that failed. */
    public HeldLock then(Runnable action) {
        afterwards = action;
        return this;
    }

    /** What to do when the lock could not be given back. */
    public HeldLock orElse(Runnable action) {
        leftBehind = action;
        return this;
    }

    /** The run whose abandoned lock was taken over. */
    public Optional<LockRecord> before() {
        return Optional.ofNullable(before);
    }

    /** Renews the lease once. A lock that someone else has taken is lost; any other failure is tried again later. */
    synchronized void renew() {
        if (lost || closed) {
            return;
        }
        try {
            etag = lock.renew(record, etag);
        } catch (AwsFailure failure) {
            lost = failure.kind() == AwsFailure.Kind.CONDITION;
        }
    }

    /** Whether another run has taken the lock over, because this one seemed dead. */
    public synchronized boolean isLost() {
        return lost;
    }

    @Override
    public synchronized void close() {
        if (heart != null) {
            heart.shutdownNow();
        }
        if (closed || lost) {
            return;
        }
        closed = true;
        try {
            lock.delete(etag);
            afterwards.run();
        } catch (AwsFailure failure) {
            lost = true;
            leftBehind.run();
        }
    }
}
