package sst.local.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Calls back when entries are due, by the clock. Times that passed while the cloud was not running, or that one jump of
 * the clock went past, are not made up for: such an entry is called once.
 */
public final class Timetable implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
    private static final long TICK_MILLIS = 250;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final BiConsumer<String, Instant> action;
    private final ScheduledExecutorService ticks;

    private record Entry(Expression expression, Instant next) {}

    /**
     * An empty timetable.
     *
     * @param action called with an entry's key and the time that it was due
     */
    public Timetable(Clock clock, BiConsumer<String, Instant> action) {
        this.clock = clock;
        this.action = action;
        this.ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "timetable");
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Sets or replaces an entry; one that is never due again is left out. */
    public void put(String key, Expression expression) {
        Optional<Instant> next = expression.after(clock.instant());
        if (next.isPresent()) {
            entries.put(key, new Entry(expression, next.get()));
        } else {
            entries.remove(key);
        }
    }

    /** Sets or replaces an entry that is due once, with the next tick if its time is over. */
    public void put(String key, Instant once) {
        entries.put(key, new Entry(new Expression.Once(once), once));
    }

    /** Takes an entry out. */
    public void remove(String key) {
        entries.remove(key);
    }

    private void tick() {
        Instant now = clock.instant();
        entries.forEach((key, entry) -> {
            if (!entry.next().isAfter(now)) {
                put(key, entry.expression());
                call(key, entry.next());
            }
        });
    }

    private void call(String key, Instant due) {
        try {
            action.accept(key, due);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "the schedule of " + key, broken);
        }
    }

    /** Waits for a call under way; an interrupt would break the store's file. */
    @Override
    public void close() {
        ticks.shutdown();
        try {
            if (!ticks.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a schedule is still running");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
