package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The streams of all groups, by region, group and name. */
final class LogStreams {
    private final NavigableMap<String, JsonNode> streams;
    private final Clock clock;

    LogStreams(Store store, Clock clock) {
        this.streams = store.json("logs.streams");
        this.clock = clock;
    }

    private static String key(String region, String group, String stream) {
        return region + "/" + group + "\0" + stream;
    }

    NavigableMap<String, JsonNode> of(String region, String group) {
        return streams.subMap(key(region, group, ""), true, region + "/" + group + "\1", false);
    }

    Optional<JsonNode> find(String region, String group, String stream) {
        return Optional.ofNullable(streams.get(key(region, group, stream)));
    }

    /** Makes the stream when it is not there; tells whether it was made. */
    boolean ensure(String region, String group, String stream) {
        String key = key(region, group, stream);
        if (streams.containsKey(key)) {
            return false;
        }
        ObjectNode made = Json.object().put("logStreamName", stream).put("creationTime", clock.millis());
        return streams.putIfAbsent(key, made) == null;
    }

    synchronized void noteEvents(LogEvents.Source source, long first, long last) {
        String key = key(source.region(), source.group(), source.stream());
        if (!(streams.get(key) instanceof ObjectNode stream)) {
            return;
        }
        long firstBefore = stream.path("firstEventTimestamp").asLong(Long.MAX_VALUE);
        long lastBefore = stream.path("lastEventTimestamp").asLong(Long.MIN_VALUE);
        stream.put("firstEventTimestamp", Math.min(first, firstBefore));
        stream.put("lastEventTimestamp", Math.max(last, lastBefore));
        stream.put("lastIngestionTime", clock.millis());
        streams.put(key, stream);
    }

    void delete(String region, String group, String stream) {
        streams.remove(key(region, group, stream));
    }

    void deleteAll(String region, String group) {
        of(region, group).clear();
    }
}
