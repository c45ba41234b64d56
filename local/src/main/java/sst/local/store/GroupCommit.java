package sst.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Writes of callers that arrive while one write runs are done together by the next one. Every change is part of a unit,
 * and a write takes none in the middle: it takes one map's root after the other.
 */
final class GroupCommit {
    private static final int COMPACT_EVERY = 512;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 1 << 20;
    /** Bytes of changes that nobody has committed, from which on they are written to spare memory. */
    private static final int MUCH = 8 << 20;

    private final MVStore file;
    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final Units units;
    private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();

    private long written;
    private int sinceCompaction;

    GroupCommit(MVStore file, Runnable afterUnit) {
        this.file = file;
        this.units = new Units(() -> {
            spareMemory();
            afterUnit.run();
        });
    }

    void commit() {
        if (units.isInside()) {
            throw new IllegalStateException("a commit in the middle of changes that belong together");
        }
        // A write that has begun no longer counts its changes as unsaved, and has not yet handed them over.
        if (!file.hasUnsavedChanges() && !writing.isLocked()) {
            return;
        }
        long ticket = asked.incrementAndGet();
        List<Runnable> due = new ArrayList<>();
        writing.lock();
        try {
            if (written < ticket && file.hasUnsavedChanges()) {
                units.between(() -> {
                    long covered = asked.get();
                    write(due);
                    written = covered;
                });
            }
        } finally {
            writing.unlock();
        }
        due.forEach(GroupCommit::clean);
    }

    /** Runs something when what was changed so far is written. */
    void afterwards(Runnable outside) {
        afterwards.add(outside);
    }

    private static void clean(Runnable outside) {
        try {
            outside.run();
        } catch (RuntimeException failed) {
            System.getLogger(GroupCommit.class.getName()).log(System.Logger.Level.WARNING, "left behind", failed);
        }
    }

    /** Makes changes of which a write takes all or none. */
    <T> T whole(Supplier<T> changes) {
        return units.whole(changes);
    }

    private void spareMemory() {
        if (file.getUnsavedMemory() > MUCH && writing.tryLock()) {
            List<Runnable> due = new ArrayList<>();
            try {
                units.betweenNow(() -> write(due));
            } finally {
                writing.unlock();
            }
            due.forEach(GroupCommit::clean);
        }
    }

    /** Writes all changes, and tells what was to be done afterwards. */
    private void write(List<Runnable> due) {
        for (Runnable next = afterwards.poll(); next != null; next = afterwards.poll()) {
            due.add(next);
        }
        try {
            file.commit();
            if (++sinceCompaction >= COMPACT_EVERY) {
                sinceCompaction = 0;
                file.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
            }
        } catch (MVStoreException failed) {
            throw new StoreException("the local cloud's state could not be written", failed);
        }
    }

    void close() {
        commit();
        writing.lock();
        try {
            // No compaction here: that of MVStore 2.3.232 trips over its own assertion when it moves chunks at the end.
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
