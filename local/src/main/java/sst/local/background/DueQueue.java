package sst.local.background;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sst.local.port.Host;
import sst.local.store.Store;

/** Jobs that survive a restart. A job is done at least once; it leaves the queue when it is done. */
public final class DueQueue implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DueQueue.class.getName());
    private static final long TICK_MILLIS = 100;
    private static final int MOST_AT_ONCE = 1000;

    private final String name;
    private final Store store;
    private final Clock clock;
    private final Work work;
    private final NavigableMap<String, JsonNode> jobs;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final ScheduledExecutorService ticks;
    private volatile boolean stopped;

    /** What a queue is called in the store, and how many of its jobs run at one time. */
    public record Kind(String name, int threads) {}

    /** Does a job. */
    @FunctionalInterface
    public interface Work {
        /** Does the job; gives it back when it has to be done again. */
        Optional<Again> run(ObjectNode job);
    }

    /** A job to do again, at a time in milliseconds since the epoch. */
    public record Again(long due, ObjectNode job) {}

    /** Opens the queue of that name; what a former run left begins as soon as it is due. */
    public DueQueue(Kind kind, Host host, Work work) {
        this.name = kind.name();
        this.store = host.store();
        this.clock = host.clock();
        this.work = work;
        this.jobs = store.json(kind.name());
        this.threads = Executors.newFixedThreadPool(kind.threads(), task -> daemon(task, kind.name()));
        this.ticks = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, kind.name() + "-tick"));
        var unused = ticks.scheduleWithFixedDelay(this::startDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a job that is due now; the id keeps jobs of the same millisecond apart. */
    public void add(String id, ObjectNode job) {
        String key = key(clock.millis(), id);
        jobs.put(key, job);
        start(key);
    }

    private static String key(long due, String id) {
        return String.format(Locale.ROOT, "%015d/%s", due, id);
    }

    /** Begins no more jobs; what runs now stays in the queue for the next start. */
    public void stop() {
        stopped = true;
        ticks.shutdown();
        threads.shutdown();
    }

    /** Waits for the jobs under way. Interrupts would break the store's file. */
    @Override
    public void close() {
        stop();
        try {
            if (!ticks.awaitTermination(5, TimeUnit.SECONDS) || !threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a job of " + name + " did not end");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void startDue() {
        try {
            if (!jobs.isEmpty()) {
                String until = key(clock.millis() + 1, "");
                List<String> due = jobs.headMap(until, true).keySet().stream()
                        .limit(MOST_AT_ONCE)
                        .toList();
                due.forEach(this::start);
            }
        } catch (RuntimeException closing) {
            LOG.log(stopped ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, name, closing);
        }
    }

    private void start(String key) {
        if (!running.add(key)) {
            return;
        }
        try {
            threads.execute(() -> run(key));
        } catch (RejectedExecutionException stopping) {
            running.remove(key);
            LOG.log(System.Logger.Level.DEBUG, "the cloud stops; a job of " + name + " stays in its queue");
        }
    }

    private void run(String key) {
        try {
            if (!stopped && jobs.get(key) instanceof ObjectNode job) {
                Optional<Again> again = work.run(job);
                if (stopped) {
                    return;
                }
                store.atomically(() -> {
                    jobs.remove(key);
                    String id = key.substring(key.indexOf('/') + 1);
                    again.ifPresent(next -> jobs.put(key(next.due(), id), next.job()));
                    return key;
                });
                store.commit();
            }
        } catch (RuntimeException broken) {
            LOG.log(stopped ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "a job of " + name, broken);
        } finally {
            running.remove(key);
        }
    }
}
