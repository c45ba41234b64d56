package sst.runner.deploy.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.pace.Pace;
import sst.runner.deploy.pace.Stop;
import sst.runner.deploy.stack.StackTask;
import sst.runner.deploy.stack.StackTask.Again;
import sst.runner.deploy.stack.StackTask.Ended;

/**
 * Runs stack tasks, each when those it waits for are good. One loop decides; the steps run on the workers. When a stack
 * fails only the ones behind it are skipped.
 */
public final class TaskGraph {
    /** How long the loop sleeps at most before it looks for a wish to stop. */
    private static final Duration HEARTBEAT = Duration.ofMillis(100);

    private final Setup setup;
    private final Map<String, Node> waiting = new LinkedHashMap<>();
    private final Map<String, Running> running = new HashMap<>();
    private final Map<String, StackOutcome> outcomes = new LinkedHashMap<>();
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private int inFlight;

    public TaskGraph(List<Node> nodes, Setup setup) {
        this.setup = setup;
        nodes.forEach(node -> waiting.put(node.task().stack(), node));
    }

    /** Every task's outcome, in the order in which they ended. */
    public List<StackOutcome> run() throws InterruptedException {
        while (!waiting.isEmpty() || !running.isEmpty()) {
            if (setup.stop().isRequested()) {
                return stopped();
            }
            startReady();
            Instant now = setup.pace().clock().instant();
            running.values().stream()
                    .filter(task -> !task.busy && !task.due.isAfter(now))
                    .forEach(this::dispatch);
            await(now);
        }
        return List.copyOf(outcomes.values());
    }

    private void startReady() {
        List<Node> ready = new ArrayList<>();
        for (Node node : List.copyOf(waiting.values())) {
            List<StackOutcome> before = node.after().stream()
                    .map(outcomes::get)
                    .filter(o -> o != null)
                    .toList();
            if (before.stream().anyMatch(outcome -> !outcome.isGood())) {
                waiting.remove(node.task().stack());
                end(node.task().ended(Verdict.SKIPPED), Duration.ZERO);
            } else if (node.after().stream().noneMatch(this::isPending)) {
                ready.add(node);
            }
        }
        for (Node node : ready) {
            if (running.size() < setup.concurrency()) {
                waiting.remove(node.task().stack());
                running.put(
                        node.task().stack(),
                        new Running(node.task(), setup.pace().clock().instant()));
            }
        }
    }

    private boolean isPending(String stack) {
        return waiting.containsKey(stack) || running.containsKey(stack);
    }

    private void dispatch(Running task) {
        task.busy = true;
        inFlight++;
        setup.workers().execute(() -> done.add(new Done(task, task.step(setup.events()))));
    }

    /** Waits for a step to end or for the next one to become due, whichever is first. */
    private void await(Instant now) throws InterruptedException {
        Duration pause = HEARTBEAT;
        for (Running task : running.values()) {
            Duration left = Duration.between(now, task.due);
            if (!task.busy && left.compareTo(pause) < 0) {
                pause = left.isNegative() ? Duration.ZERO : left;
            }
        }
        if (inFlight == 0) {
            setup.pace().pause(pause);
            return;
        }
        @Nullable Done first = done.poll(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
        while (first != null) {
            take(first);
            first = done.poll();
        }
    }

    private void take(Done step) {
        inFlight--;
        Running task = step.task();
        task.busy = false;
        Instant now = setup.pace().clock().instant();
        if (step.step() instanceof Again again) {
            task.due = now.plus(again.after());
        } else if (step.step() instanceof Ended ended) {
            running.remove(task.task.stack());
            end(ended.outcome(), Duration.between(task.started, now));
        }
    }

    private void end(StackOutcome outcome, Duration took) {
        outcomes.put(outcome.stack(), outcome);
        setup.events().accept(new StackFinished(outcome, took));
    }

    private List<StackOutcome> stopped() {
        running.values().forEach(task -> end(task.task.ended(Verdict.DETACHED), Duration.ZERO));
        waiting.values().forEach(node -> end(node.task().ended(Verdict.NOT_STARTED), Duration.ZERO));
        return List.copyOf(outcomes.values());
    }

    /**
     * A task and the stacks that must be good before it starts; names of unknown stacks do not hold it back.
     */
    public record Node(StackTask task, Set<String> after) {
        public Node {
            after = Set.copyOf(after);
        }
    }

    /**
     * What a graph runs on.
     *
     * @param workers run steps; a direct executor makes a run repeatable
     * @param concurrency how many stacks are worked on at once
     */
    public record Setup(Pace pace, Executor workers, int concurrency, Stop stop, Consumer<DeployEvent> events) {}

    private record Done(Running task, StackTask.Step step) {}

    /** A started task with its retries; touched by the loop, and by one worker while busy. */
    private static final class Running {
        private final StackTask task;
        private final Instant started;
        private final Retries retries;
        private Instant due;
        private boolean busy;

        Running(StackTask task, Instant now) {
            this.task = task;
            this.started = now;
            this.due = now;
            this.retries = new Retries(task);
        }

        StackTask.Step step(Consumer<DeployEvent> events) {
            return retries.step(events);
        }
    }
}
