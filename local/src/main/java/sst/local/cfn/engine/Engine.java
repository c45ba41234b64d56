package sst.local.cfn.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import sst.local.cfn.engine.tool.EngineClosed;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;

/** Runs stack operations on threads of its own, each stack's one at a time. */
public final class Engine implements AutoCloseable {
    /** How long steps may take to notice the end, so that the store is not closed under them. */
    private static final long LAST_WRITES = 5;

    /** Milliseconds after which a waiting thread looks whether the cloud stops. */
    private static final long LOOK_UP = 100;

    private final Tools tools;
    private final ExecutorService threads;
    private final StackMachine machine;
    private final Journal journal;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    /** An engine at rest. */
    public Engine(Tools tools) {
        AtomicInteger count = new AtomicInteger();
        this.tools = tools;
        this.journal = new Journal(tools);
        this.threads = Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "cloudformation-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.machine = new StackMachine(
                tools, journal, new GraphWalk(threads, tools.host().store()::commit, closing::get));
    }

    /** What the engine works with. */
    public Tools tools() {
        return tools;
    }

    /** Where states and events are kept. */
    public Journal journal() {
        return journal;
    }

    /** Takes the stack on from the status that it has. */
    public void start(StackId id) {
        FutureTask<Void> task = new FutureTask<>(() -> machine.run(id), null);
        running.put(id.arn(), task);
        if (closing.get()) {
            return;
        }
        threads.execute(() -> {
            task.run();
            running.remove(id.arn(), task);
        });
    }

    /** Takes every stack on that was in the middle of an operation when the cloud ended. */
    public void resume() {
        tools.tables().stacks().running().forEach(stack -> start(stack.id()));
    }

    /**
     * Waits until the stack rests.
     *
     * @throws EngineClosed when the cloud stops before
     */
    public Stack await(StackId id) {
        Future<?> task = running.get(id.arn());
        while (task != null && !task.isDone()) {
            if (closing.get()) {
                throw new EngineClosed();
            }
            look(task);
        }
        Stack stack = tools.tables().stacks().get(id);
        if (stack.status().isRunning()) {
            throw new EngineClosed();
        }
        return stack;
    }

    private static void look(Future<?> task) {
        try {
            task.get(LOOK_UP, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return;
        } catch (ExecutionException closed) {
            throw new EngineClosed();
        } catch (InterruptedException foreign) {
            Thread.currentThread().interrupt();
            throw new EngineClosed();
        }
    }

    /**
     * Stops; operations go on at the next start. No thread is interrupted, because an interrupt in the middle of a read or
     * write would close the store's file.
     */
    @Override
    public void close() {
        closing.set(true);
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_WRITES, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
