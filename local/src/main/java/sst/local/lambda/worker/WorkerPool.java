package sst.local.lambda.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.local.lambda.launch.FunctionSpec;
import sst.local.lambda.launch.Launcher.MissingInterpreterException;
import sst.local.wire.AwsException;

/**
 * All workers of the cloud: one invocation has one worker, a finished worker stays warm for the next, and a caller that
 * waits takes whichever comes first, a worker that became free or one newly started.
 */
public final class WorkerPool implements AutoCloseable {
    private final WorkerFactory factory;
    private final Limits limits;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Set<Worker> busy = new HashSet<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lambda-idle");
        thread.setDaemon(true);
        return thread;
    });
    private int starting;
    private boolean closed;

    private record Idle(Worker worker, long since) {}

    /** A pool without workers yet. */
    public WorkerPool(WorkerFactory factory, Limits limits) {
        this.factory = factory;
        this.limits = limits;
        long period = Math.max(1, limits.idle().toMillis() / 4);
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs one invocation on a warm or a new worker.
     *
     * @param reserved how many invocations of this function may run at one time; negative for no limit of its own
     * @throws AwsException {@code TooManyRequestsException} when the function's or the machine's limit is reached
     */
    public Execution run(FunctionSpec spec, Invocation invocation, int reserved) {
        try {
            while (true) {
                Worker worker = acquire(spec, reserved);
                try {
                    if (!worker.isGone()) {
                        return worker.run(invocation, limits.init().toMillis());
                    }
                } finally {
                    release(worker);
                }
            }
        } catch (MissingInterpreterException e) {
            return new Execution(
                    InvocationError.of("Runtime.InvalidEntrypoint", String.valueOf(e.getMessage())), "Unhandled", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwsException(500, "ServiceException", "the local cloud is stopping");
        }
    }

    /** How many invocations of functions like this run now. */
    public synchronized int running(Predicate<FunctionSpec> like) {
        return (int) busy.stream().filter(worker -> like.test(worker.spec())).count();
    }

    /** How many workers live, busy or warm, by their function's name. */
    public synchronized Map<String, Long> alive() {
        return Stream.concat(busy.stream(), idle.stream().map(Idle::worker))
                .collect(Collectors.groupingBy(worker -> worker.spec().name(), TreeMap::new, Collectors.counting()));
    }

    /** Ends the idle workers of functions like this, and the busy ones when they have answered. */
    public synchronized void retire(Predicate<FunctionSpec> like) {
        busy.stream().filter(worker -> like.test(worker.spec())).forEach(Worker::retire);
        endIdle(entry -> like.test(entry.worker().spec()));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        List<Worker> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            all.addAll(busy);
            idle.forEach(entry -> all.add(entry.worker()));
            idle.clear();
            notifyAll();
        }
        all.forEach(Worker::end);
    }

    private Worker acquire(FunctionSpec spec, int reserved) throws InterruptedException {
        long deadline = System.nanoTime() + limits.queue().toNanos();
        synchronized (this) {
            if (reserved >= 0 && running(other -> sameFunction(spec, other)) >= reserved) {
                throw throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
            }
            while (true) {
                Worker worker = tryAcquire(spec);
                if (worker != null) {
                    return worker;
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw throttled("ConcurrentInvocationLimitExceeded");
                }
                wait(left);
            }
        }
    }

    private @Nullable Worker tryAcquire(FunctionSpec spec) {
        if (closed) {
            throw new AwsException(500, "ServiceException", "the local cloud is stopping");
        }
        for (var entries = idle.iterator(); entries.hasNext(); ) {
            Worker worker = entries.next().worker();
            if (worker.spec().equals(spec)) {
                entries.remove();
                if (worker.isUsable()) {
                    busy.add(worker);
                    return worker;
                }
                worker.end();
            }
        }
        if (starting >= limits.starting()) {
            return null;
        }
        if (busy.size() + idle.size() >= limits.workers()) {
            if (idle.isEmpty()) {
                return null;
            }
            idle.removeLast().worker().end();
        }
        Worker worker = factory.start(spec);
        worker.whenReady(this::started);
        starting++;
        busy.add(worker);
        return worker;
    }

    private synchronized void started() {
        starting--;
        notifyAll();
    }

    private void release(Worker worker) {
        boolean keep;
        synchronized (this) {
            busy.remove(worker);
            keep = worker.isUsable() && !closed;
            if (keep) {
                idle.addFirst(new Idle(worker, System.nanoTime()));
            }
            notifyAll();
        }
        if (!keep) {
            worker.end();
        }
    }

    private synchronized void sweep() {
        long now = System.nanoTime();
        endIdle(entry ->
                now - entry.since() > limits.idle().toNanos() || !entry.worker().isUsable());
    }

    private void endIdle(Predicate<Idle> which) {
        idle.removeIf(entry -> {
            if (which.test(entry)) {
                entry.worker().end();
                return true;
            }
            return false;
        });
    }

    private static boolean sameFunction(FunctionSpec one, FunctionSpec other) {
        return one.region().equals(other.region()) && one.name().equals(other.name());
    }

    private static AwsException throttled(String reason) {
        return new AwsException(429, "TooManyRequestsException", "Rate Exceeded.", Map.of("Reason", reason));
    }
}
