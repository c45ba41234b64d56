package sst.local.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Changes that belong together, and writes between them, so that what a write takes is whole. A unit is never kept out by a
 * write that only waits: a caller may hold locks of its service that another unit needs to end.
 */
final class Units {
    /** Fair, so that a write gets in between units that follow each other without a gap. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition changed = lock.newCondition();
    private final Map<Thread, Integer> open = new HashMap<>();
    private final Runnable between;
    private boolean isWriting;

    /**
     * No units yet.
     *
     * @param between hears, outside of any unit of its thread, that one has ended
     */
    Units(Runnable between) {
        this.between = between;
    }

    /** Makes changes of which each write takes all or none; a unit inside of another is part of it. */
    <T> T whole(Supplier<T> changes) {
        begin();
        try {
            return changes.get();
        } finally {
            if (end()) {
                between.run();
            }
        }
    }

    private void begin() {
        lock.lock();
        try {
            while (isWriting) {
                changed.awaitUninterruptibly();
            }
            open.merge(Thread.currentThread(), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private boolean end() {
        lock.lock();
        try {
            boolean isOuter = open.merge(Thread.currentThread(), -1, Integer::sum) == 0;
            if (isOuter) {
                open.remove(Thread.currentThread());
                changed.signalAll();
            }
            return isOuter;
        } finally {
            lock.unlock();
        }
    }

    /** Whether this thread is in the middle of a unit. */
    boolean isInside() {
        lock.lock();
        try {
            return open.containsKey(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    /** Writes when every unit under way has ended. */
    void between(Runnable write) {
        lock.lock();
        try {
            while (isWriting || !open.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            isWriting = true;
        } finally {
            lock.unlock();
        }
        alone(write);
    }

    /** Writes if no unit is under way; waits for none. */
    void betweenNow(Runnable write) {
        lock.lock();
        try {
            if (isWriting || !open.isEmpty()) {
                return;
            }
            isWriting = true;
        } finally {
            lock.unlock();
        }
        alone(write);
    }

    /** Runs the write that was announced, and lets units begin again. */
    private void alone(Runnable write) {
        try {
            write.run();
        } finally {
            lock.lock();
            try {
                isWriting = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
