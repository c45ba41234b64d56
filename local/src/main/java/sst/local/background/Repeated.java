package sst.local.background;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A task that runs again and again, one at a time, until it is closed. */
public final class Repeated implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Repeated.class.getName());

    private final String name;
    private final ScheduledExecutorService ticks;

    /** Starts the task; a failure is logged, and the task runs again. */
    public Repeated(String name, long everyMillis, Runnable task) {
        this.name = name;
        this.ticks = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticks.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException broken) {
                        LOG.log(System.Logger.Level.ERROR, name, broken);
                    }
                },
                everyMillis,
                everyMillis,
                TimeUnit.MILLISECONDS);
    }

    /** Waits for a run under way; an interrupt would break the store's file. */
    @Override
    public void close() {
        ticks.shutdown();
        try {
            if (!ticks.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, name + " did not end");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
