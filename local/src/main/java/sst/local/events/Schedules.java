package sst.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.events.rule.RuleId;
import sst.local.events.rule.Rules;
import sst.local.port.Host;
import sst.local.schedule.Expression;
import sst.local.schedule.Timetable;
import sst.local.store.Store;

/** Runs the rules that have a schedule. */
final class Schedules implements AutoCloseable {
    private final Rules rules;
    private final Dispatcher dispatcher;
    private final Store store;
    private final Timetable timetable;
    private final Map<String, RuleId> scheduled = new ConcurrentHashMap<>();

    Schedules(Rules rules, Dispatcher dispatcher, Host host) {
        this.rules = rules;
        this.dispatcher = dispatcher;
        this.store = host.store();
        this.timetable = new Timetable(host.clock(), this::run);
        rules.all().forEach(rule -> changed(rule.getKey(), rule.getValue()));
    }

    static boolean isValid(String expression) {
        try {
            return !expression.startsWith("at(") && Expression.parse(expression, Instant.EPOCH, ZoneOffset.UTC) != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Takes up a rule as it is now. */
    void changed(RuleId id, ObjectNode record) {
        String expression = record.path("ScheduleExpression").asText("");
        if (expression.isEmpty() || !Rules.isEnabled(record)) {
            removed(id);
            return;
        }
        Instant since = Instant.ofEpochMilli(record.path("Since").asLong());
        scheduled.put(id.key(), id);
        timetable.put(id.key(), Expression.parse(expression, since, ZoneOffset.UTC));
    }

    void removed(RuleId id) {
        scheduled.remove(id.key());
        timetable.remove(id.key());
    }

    private void run(String key, Instant due) {
        RuleId id = scheduled.get(key);
        if (id == null) {
            return;
        }
        rules.find(id).ifPresent(record -> {
            ObjectNode event = EventCalls.event(id.bus().region(), "Scheduled Event", due);
            event.withArray("resources").add(id.arn());
            event.putObject("detail");
            store.atomically(() -> {
                dispatcher.sendScheduled(id, record, event);
                return key;
            });
            store.commit();
        });
    }

    @Override
    public void close() {
        timetable.close();
    }
}
