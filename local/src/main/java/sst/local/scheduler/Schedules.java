package sst.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/**
 * The schedules and their groups. Members of a schedule are those of {@code CreateSchedule}, {@code Since}, from when a
 * rate counts, in milliseconds, and {@code Done} when a one-time schedule has run.
 */
final class Schedules {
    private final NavigableMap<String, JsonNode> schedules;
    private final NavigableMap<String, JsonNode> groups;
    private final Clock clock;

    Schedules(Store store, Clock clock) {
        this.schedules = store.json("scheduler.schedules");
        this.groups = store.json("scheduler.groups");
        this.clock = clock;
    }

    Optional<ObjectNode> find(ScheduleId id) {
        return Optional.ofNullable((ObjectNode) schedules.get(id.key()));
    }

    ObjectNode existing(ScheduleId id) {
        return find(id).orElseThrow(() -> SchedulerFault.missing("Schedule " + id.name()));
    }

    void save(ScheduleId id, ObjectNode record) {
        schedules.put(id.key(), record);
    }

    void remove(ScheduleId id) {
        schedules.remove(id.key());
    }

    /** The schedules of a region, or of one of its groups. */
    List<Map.Entry<ScheduleId, ObjectNode>> of(String region, String group) {
        String prefix = group.isEmpty() ? region + "/" : region + "/" + group + "/";
        return schedules.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(Schedules::entry)
                .toList();
    }

    List<Map.Entry<ScheduleId, ObjectNode>> all() {
        return schedules.entrySet().stream().map(Schedules::entry).toList();
    }

    private static Map.Entry<ScheduleId, ObjectNode> entry(Map.Entry<String, JsonNode> entry) {
        return Map.entry(ScheduleId.ofKey(entry.getKey()), (ObjectNode) entry.getValue());
    }

    /** A group; the default one is in every region. */
    Optional<ObjectNode> group(String region, String name) {
        JsonNode group = groups.get(region + "/" + name);
        if (group == null && name.equals(ScheduleId.DEFAULT_GROUP)) {
            return Optional.of(Json.object());
        }
        return Optional.ofNullable((ObjectNode) group);
    }

    ObjectNode existingGroup(String region, String name) {
        return group(region, name).orElseThrow(() -> SchedulerFault.missing("Schedule group " + name));
    }

    void saveGroup(String region, String name, ObjectNode group) {
        if (!group.has("CreationDate")) {
            group.put("CreationDate", clock.millis() / 1000.0);
        }
        groups.put(region + "/" + name, group.put("LastModificationDate", clock.millis() / 1000.0));
    }

    void removeGroup(String region, String name) {
        groups.remove(region + "/" + name);
    }

    /** The names of the groups of a region. */
    List<String> groups(String region) {
        String prefix = region + "/";
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ScheduleId.DEFAULT_GROUP),
                        groups.tailMap(prefix, true).keySet().stream()
                                .takeWhile(key -> key.startsWith(prefix))
                                .map(key -> key.substring(prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }
}
