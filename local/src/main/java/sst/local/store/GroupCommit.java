package sst.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Writes of callers that arrive while one write runs are done together by the next one. */
final class GroupCommit {
    private static final int COMPACT_EVERY = 512;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 1 << 20;

    private final MVStore file;
    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    /** A write takes one map's root after the other, so changes that belong together must not fall into it. */
    private final ReentrantReadWriteLock together = new ReentrantReadWriteLock();

    private long written;
    private int sinceCompaction;

    GroupCommit(MVStore file) {
        this.file = file;
    }

    void commit() {
        // A write that has begun no longer counts its changes as unsaved, and has not yet handed them over.
        if (!file.hasUnsavedChanges() && !writing.isLocked()) {
            return;
        }
        long ticket = asked.incrementAndGet();
        writing.lock();
        try {
            if (written < ticket && file.hasUnsavedChanges()) {
                long covered = asked.get();
                write();
                written = covered;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Makes changes while no write is under way. */
    <T> T between(Supplier<T> changes) {
        together.readLock().lock();
        try {
            return changes.get();
        } finally {
            together.readLock().unlock();
        }
    }

    private void write() {
        together.writeLock().lock();
        try {
            file.commit();
            if (++sinceCompaction >= COMPACT_EVERY) {
                sinceCompaction = 0;
                file.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
            }
        } catch (MVStoreException failed) {
            throw new StoreException("the local cloud's state could not be written", failed);
        } finally {
            together.writeLock().unlock();
        }
    }

    void close() {
        writing.lock();
        try {
            // No compaction here: that of MVStore 2.3.232 trips over its own assertion when it moves chunks at the end.
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
