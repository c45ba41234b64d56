package sst.runner.deploy.graph;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for calls to AWS: virtual ones where the JVM has them (21 and later), a few daemons before. */
public final class Workers {
    private static final int THREADS = 16;

    private Workers() {}

    public static ExecutorService start() {
        if (Runtime.version().feature() >= 21) {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "sst-worker");
            thread.setDaemon(true);
            return thread;
        });
    }
}
