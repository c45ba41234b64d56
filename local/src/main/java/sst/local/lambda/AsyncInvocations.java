package sst.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sst.local.lambda.control.FunctionRef;
import sst.local.lambda.control.Members;
import sst.local.lambda.worker.Execution;
import sst.local.store.Store;
import sst.local.wire.AwsException;

/**
 * The queue of {@code Event} calls. It survives a restart; a failed call is tried again after one minute and after two
 * more (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
 */
final class AsyncInvocations implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AsyncInvocations.class.getName());
    private static final long TICK_MILLIS = 100;
    private static final int THREADS = 16;
    private static final int RETRIES = 2;
    private static final int AGE_SECONDS = 21_600;

    private final Invocations invocations;
    private final Targets targets;
    private final Store store;
    private final Clock clock;
    private final NavigableMap<String, JsonNode> queue;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final ScheduledExecutorService ticks;
    private volatile boolean stopped;

    AsyncInvocations(Invocations invocations, Targets targets, Store store, Clock clock) {
        this.invocations = invocations;
        this.targets = targets;
        this.store = store;
        this.clock = clock;
        this.queue = store.json("lambda.async");
        this.threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "lambda-async"));
        this.ticks = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "lambda-async-tick"));
        var unused = ticks.scheduleWithFixedDelay(this::startDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes a call; it runs soon. */
    void add(FunctionRef ref, Invocations.Call call) {
        ObjectNode event = Members.object()
                .put("region", ref.region())
                .put("arn", ref.arn())
                .put("id", call.requestId())
                .put("payload", call.payload())
                .put("attempt", 0)
                .put("accepted", clock.millis());
        queue.put(key(clock.millis(), call.requestId()), event);
        submit(this::startDue);
    }

    /** Takes no more; what runs now stays in the queue for the next start. */
    void stop() {
        stopped = true;
        ticks.shutdown();
        threads.shutdown();
    }

    /** Waits for the calls under way, whose workers have been ended. Interrupts would break the store's file. */
    @Override
    public void close() {
        stop();
        try {
            if (!ticks.awaitTermination(5, TimeUnit.SECONDS) || !threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "an asynchronous invocation did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startDue() {
        if (queue.isEmpty()) {
            return;
        }
        String until = key(clock.millis() + 1, "");
        for (String key : List.copyOf(queue.headMap(until, true).keySet())) {
            if (running.add(key)) {
                submit(() -> run(key));
            }
        }
    }

    private void submit(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the cloud stops; the event stays in the queue");
        }
    }

    private void run(String key) {
        try {
            JsonNode event = queue.get(key);
            if (event != null) {
                Optional<Retry> retry = attempt(event);
                if (stopped) {
                    return;
                }
                queue.remove(key);
                retry.ifPresent(next -> queue.put(next.key(), next.event()));
                store.commit();
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.log(System.Logger.Level.ERROR, "an asynchronous invocation failed", e);
            }
        } finally {
            running.remove(key);
        }
    }

    private record Retry(String key, JsonNode event) {}

    private Optional<Retry> attempt(JsonNode event) {
        FunctionRef ref = FunctionRef.parse(Members.text(event, "arn"), Members.text(event, "region"));
        String id = Members.text(event, "id");
        try {
            Execution execution = invocations.run(ref, new Invocations.Call(id, payload(event), Map.of()));
            return execution.functionError().isEmpty() ? Optional.empty() : again(ref, (ObjectNode) event);
        } catch (AwsException e) {
            if (e.status() != 429) {
                LOG.log(System.Logger.Level.WARNING, "asynchronous invocation of " + ref.arn() + ": " + e.text());
                return Optional.empty();
            }
            return Optional.of(new Retry(key(clock.millis() + 1000, id), event));
        }
    }

    private Optional<Retry> again(FunctionRef ref, ObjectNode event) {
        Optional<JsonNode> settings = targets.retries(ref);
        int attempt = event.path("attempt").asInt() + 1;
        int most = settings.map(all -> all.path("MaximumRetryAttempts").asInt(RETRIES))
                .orElse(RETRIES);
        int age = settings.map(all -> all.path("MaximumEventAgeInSeconds").asInt(AGE_SECONDS))
                .orElse(AGE_SECONDS);
        long due = clock.millis() + Duration.ofMinutes(attempt).toMillis();
        if (attempt > most || due > event.path("accepted").asLong() + age * 1000L) {
            return Optional.empty();
        }
        return Optional.of(new Retry(key(due, Members.text(event, "id")), event.put("attempt", attempt)));
    }

    private static byte[] payload(JsonNode event) {
        try {
            return event.path("payload").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(long due, String id) {
        return String.format(Locale.ROOT, "%015d/%s", due, id);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
