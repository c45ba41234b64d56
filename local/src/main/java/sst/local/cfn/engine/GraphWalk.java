package sst.local.cfn.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.engine.tool.EngineClosed;

/** Takes steps in the order of a graph, those that do not wait for each other at the same time. */
final class GraphWalk {
    /** Keeps a stack of hundreds of independent resources from starting a thread for each. */
    private static final int AT_ONCE = 16;

    /** Milliseconds after which a waiting walk looks whether the cloud stops. */
    private static final long LOOK_UP = 100;

    private final Executor workers;
    private final Runnable checkpoint;
    private final BooleanSupplier isClosing;

    /**
     * A walk.
     *
     * @param workers runs steps
     * @param checkpoint makes what was done durable, once for all steps that ended together
     * @param isClosing whether the cloud stops; a walk then ends at once, and nothing is concluded from its steps
     */
    GraphWalk(Executor workers, Runnable checkpoint, BooleanSupplier isClosing) {
        this.workers = workers;
        this.checkpoint = checkpoint;
        this.isClosing = isClosing;
    }

    private record Ended(String name, boolean isDone, boolean isClosed) {}

    /**
     * Takes every step that can be taken; returns when none runs any more.
     *
     * @param graph for each step, those that must be done before it
     * @param step takes a step; false when it failed
     * @param goesOn whether steps may still be begun
     * @return the steps that failed; what waits for them was not begun
     */
    Set<String> walk(Map<String, Set<String>> graph, Predicate<String> step, BooleanSupplier goesOn) {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        graph.forEach((name, needed) -> waiting.put(name, new LinkedHashSet<>(needed)));
        BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        Set<String> failed = new LinkedHashSet<>();
        int running = 0;
        while (true) {
            running += begin(waiting, AT_ONCE - running, goesOn, name -> begin(name, step, ended));
            if (running == 0) {
                return failed;
            }
            running -= collect(ended, waiting, failed);
            if (isClosing.getAsBoolean()) {
                throw new EngineClosed();
            }
            checkpoint.run();
        }
    }

    private interface Start {
        void begin(String name);
    }

    private static int begin(Map<String, Set<String>> waiting, int room, BooleanSupplier goesOn, Start start) {
        if (room <= 0 || !goesOn.getAsBoolean()) {
            return 0;
        }
        Set<String> ready = new LinkedHashSet<>();
        waiting.forEach((name, needed) -> {
            if (needed.isEmpty() && ready.size() < room) {
                ready.add(name);
            }
        });
        waiting.keySet().removeAll(ready);
        ready.forEach(start::begin);
        return ready.size();
    }

    private void begin(String name, Predicate<String> step, BlockingQueue<Ended> ended) {
        try {
            workers.execute(() -> take(name, step, ended));
        } catch (RejectedExecutionException closing) {
            throw new EngineClosed();
        }
    }

    private static void take(String name, Predicate<String> step, BlockingQueue<Ended> ended) {
        boolean isDone = false;
        boolean isClosed = false;
        try {
            isDone = step.test(name);
        } catch (EngineClosed closing) {
            isClosed = true;
        } finally {
            ended.add(new Ended(name, isDone, isClosed));
        }
    }

    private int collect(BlockingQueue<Ended> ended, Map<String, Set<String>> waiting, Set<String> failed) {
        int count = 0;
        for (Ended next = first(ended); next != null; next = ended.poll()) {
            String name = next.name();
            if (next.isClosed()) {
                throw new EngineClosed();
            }
            if (next.isDone()) {
                waiting.values().forEach(needed -> needed.remove(name));
            } else {
                failed.add(name);
            }
            count++;
        }
        return count;
    }

    /** Waits without being interrupted: an interrupt in the middle of a read or write would close the store's file. */
    private @Nullable Ended first(BlockingQueue<Ended> ended) {
        try {
            Ended next = null;
            while (next == null && !isClosing.getAsBoolean()) {
                next = ended.poll(LOOK_UP, TimeUnit.MILLISECONDS);
            }
            return next;
        } catch (InterruptedException foreign) {
            throw new EngineClosed();
        }
    }
}
