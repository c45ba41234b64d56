package sst.local.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Changes that belong together, and writes between them, so that what a write takes is whole. A unit is never kept out by a
 * write that only waits: a caller may hold locks of its service that another unit needs to end. The last unit to end hands
 * over to the write that waits, which so gets in between units that follow each other without a gap. One thread writes at a
 * time.
 */
final class Units {
    private static final int WRITING = -1;

    /** How many units are under way, or {@link #WRITING}. */
    private final AtomicInteger open = new AtomicInteger();

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable between;
    private volatile boolean isWriteWaiting;
    private boolean isHandedOver;

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
        int outer = depth.get();
        if (outer == 0) {
            begin();
        }
        depth.set(outer + 1);
        try {
            return changes.get();
        } finally {
            if (outer > 0) {
                depth.set(outer);
            } else {
                depth.remove();
                end();
                between.run();
            }
        }
    }

    private void begin() {
        while (true) {
            int now = open.get();
            if (now == WRITING) {
                awaitWrite();
            } else if (open.compareAndSet(now, now + 1)) {
                return;
            }
        }
    }

    private void awaitWrite() {
        lock.lock();
        try {
            while (open.get() == WRITING) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        boolean handsOver = isWriteWaiting && open.compareAndSet(1, WRITING);
        if (handsOver || (open.decrementAndGet() == 0 && isWriteWaiting)) {
            tell(handsOver);
        }
    }

    private void tell(boolean handsOver) {
        lock.lock();
        try {
            isHandedOver |= handsOver;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this thread is in the middle of a unit. */
    boolean isInside() {
        return depth.get() > 0;
    }

    /** Writes when every unit under way has ended. */
    void between(Runnable write) {
        lock.lock();
        try {
            isWriteWaiting = true;
            while (!isHandedOver && !open.compareAndSet(0, WRITING)) {
                changed.awaitUninterruptibly();
            }
            isWriteWaiting = false;
            isHandedOver = false;
        } finally {
            lock.unlock();
        }
        alone(write);
    }

    /** Writes if no unit is under way; waits for none. */
    void betweenNow(Runnable write) {
        if (open.compareAndSet(0, WRITING)) {
            alone(write);
        }
    }

    /** Runs the write that keeps units out, and lets them begin again. */
    private void alone(Runnable write) {
        try {
            write.run();
        } finally {
            open.set(0);
            tell(false);
        }
    }
}
