package sst.local.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.port.Host;
import sst.local.schedule.Expression;
import sst.local.schedule.Timetable;
import sst.local.store.Store;

/**
 * Runs schedules when they are due. What a one-time schedule missed while the local cloud was not running is made up for,
 * up to a day, as Scheduler tries for a day; times of the others are not.
 */
final class Runs implements AutoCloseable {
    private static final Duration LATEST = Duration.ofDays(1);

    private final Schedules schedules;
    private final TargetCall target;
    private final Store store;
    private final Clock clock;
    private final Timetable timetable;
    private final Map<String, ScheduleId> scheduled = new ConcurrentHashMap<>();

    Runs(Schedules schedules, TargetCall target, Host host) {
        this.schedules = schedules;
        this.target = target;
        this.store = host.store();
        this.clock = host.clock();
        this.timetable = new Timetable(host.clock(), this::run);
        schedules.all().forEach(each -> changed(each.getKey(), each.getValue()));
    }

    /** Takes up a schedule as it is now. */
    void changed(ScheduleId id, ObjectNode record) {
        Optional<Instant> next = next(record, clock.instant());
        boolean isOff = record.path("State").asText().equals("DISABLED");
        if (isOff || next.isEmpty()) {
            removed(id);
            return;
        }
        scheduled.put(id.key(), id);
        timetable.put(id.key(), next.get());
    }

    void removed(ScheduleId id) {
        scheduled.remove(id.key());
        timetable.remove(id.key());
    }

    /**
     * When a schedule is due; not before its start, which is the first time of a rate, and not after its end
     * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
     */
    private static Optional<Instant> next(ObjectNode record, Instant now) {
        if (record.path("Done").asBoolean()) {
            return Optional.empty();
        }
        Instant start = Instant.ofEpochMilli(record.path("Since").asLong());
        Expression expression = ScheduleRules.expression(record, start);
        Optional<Instant> next;
        if (expression instanceof Expression.Rate) {
            next = now.isAfter(start) ? expression.after(now) : Optional.of(start);
        } else if (expression instanceof Expression.Once once) {
            boolean isMissed = once.at().isAfter(start) && once.at().isAfter(now.minus(LATEST));
            next = isMissed ? Optional.of(once.at()) : expression.after(now);
        } else {
            next = expression.after(now.isBefore(start) ? start.minusMillis(1) : now);
        }
        boolean isBounded = record.hasNonNull("EndDate");
        return next.filter(each -> !isBounded || !each.isAfter(ScheduleRules.moment(record.get("EndDate"))));
    }

    private void run(String key, Instant due) {
        ScheduleId id = scheduled.get(key);
        if (id == null) {
            return;
        }
        schedules.find(id).ifPresent(record -> {
            store.atomically(() -> {
                target.run(id, record, due);
                again(id, record);
                return key;
            });
            store.commit();
        });
    }

    /** A schedule that never runs again is done, or goes, as it says. */
    private void again(ScheduleId id, ObjectNode record) {
        boolean isOnce = record.path("ScheduleExpression").asText().startsWith("at(");
        if (!isOnce && next(record, clock.instant()).isPresent()) {
            changed(id, record);
            return;
        }
        removed(id);
        if (record.path("ActionAfterCompletion").asText().equals("DELETE")) {
            schedules.remove(id);
        } else {
            schedules.save(id, record.put("Done", true));
        }
    }

    @Override
    public void close() {
        timetable.close();
    }
}
