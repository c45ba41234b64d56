package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sst.local.logs.subscription.Filters;
import sst.local.port.Host;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The groups, their retention and tags. A group's deletion takes its streams and events along. */
final class LogGroups {
    private static final Pattern NAME = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");
    private static final Set<Integer> RETENTIONS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private final NavigableMap<String, JsonNode> groups;
    private final Clock clock;
    private final LogStreams streams;
    private final LogEvents events;
    private final Filters filters;

    LogGroups(Host host, Parts parts) {
        this.groups = host.store().json("logs.groups");
        this.clock = host.clock();
        this.streams = parts.streams();
        this.events = parts.events();
        this.filters = parts.filters();
    }

    /** What goes with a group. */
    record Parts(LogStreams streams, LogEvents events, Filters filters) {}

    NavigableMap<String, JsonNode> of(String region) {
        return groups.subMap(region + "/", true, region + "0", false);
    }

    Optional<ObjectNode> find(String region, String name) {
        return Optional.ofNullable((ObjectNode) groups.get(region + "/" + name));
    }

    ObjectNode existing(String region, String name) {
        return find(region, name).orElseThrow(() -> Logs.missing("group"));
    }

    /** The stream that a call names; both it and its group must be there. */
    LogEvents.Source source(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        String stream = input.path("logStreamName").asText();
        existing(context.region(), group);
        if (streams.find(context.region(), group, stream).isEmpty()) {
            throw Logs.missing("stream");
        }
        return new LogEvents.Source(context.region(), group, stream);
    }

    void save(String region, ObjectNode group) {
        groups.put(region + "/" + group.path("logGroupName").asText(), group);
    }

    /** Makes the group when it is not there; tells whether it was made. */
    boolean ensure(String region, String name) {
        String key = region + "/" + name;
        if (groups.containsKey(key)) {
            return false;
        }
        if (!NAME.matcher(name).matches()) {
            throw Logs.invalid("1 validation error detected: Value '" + name
                    + "' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " [\\.\\-_/#A-Za-z0-9]+");
        }
        ObjectNode made = Json.object().put("logGroupName", name).put("creationTime", clock.millis());
        return groups.putIfAbsent(key, made) == null;
    }

    void create(String region, String name, Map<String, String> tags) {
        if (!ensure(region, name)) {
            throw Logs.exists("group");
        }
        ObjectNode group = existing(region, name);
        group.set("tags", Json.tree(tags));
        save(region, group);
    }

    void delete(String region, String name) {
        if (groups.remove(region + "/" + name) == null) {
            throw Logs.missing("group");
        }
        streams.deleteAll(region, name);
        events.deleteGroup(region, name);
        filters.removeAll(region, name);
    }

    /** Keeps events for so many days from now on; zero keeps them for ever. */
    void retain(String region, String name, int days) {
        ObjectNode group = existing(region, name);
        if (days == 0) {
            group.remove("retentionInDays");
        } else if (RETENTIONS.contains(days)) {
            group.put("retentionInDays", days);
        } else {
            throw Logs.invalid("1 validation error detected: Value '" + days
                    + "' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: "
                    + RETENTIONS.stream().sorted().toList());
        }
        save(region, group);
        expire(region, name);
    }

    /** Deletes what is older than the group's retention; called before its events are read. */
    void expire(String region, String name) {
        int days = existing(region, name).path("retentionInDays").asInt(0);
        if (days > 0) {
            events.deleteBefore(
                    region, name, clock.millis() - Duration.ofDays(days).toMillis());
        }
    }
}
