package sst.local.cfn.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;

/** Runs stack operations on threads of its own, each stack's one at a time. */
public final class Engine implements AutoCloseable {
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
        try {
            Future<?> task = running.get(id.arn());
            if (task != null) {
                task.get();
            }
            return tools.tables().stacks().get(id);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new EngineClosed();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the operation on " + id.arn() + " broke", failed.getCause());
        }
    }

    /** Stops at once; operations go on at the next start. */
    @Override
    public void close() {
        closing.set(true);
        threads.shutdownNow();
    }
}
