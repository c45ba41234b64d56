package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.sqs.message.Sent;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** What a FIFO queue was sent within the last five minutes; it outlives the messages and a restart. */
final class Deduplication {
    private static final long WINDOW = Duration.ofMinutes(5).toMillis();

    private final NavigableMap<String, JsonNode> stored;
    private final Map<String, Known> byKey = new LinkedHashMap<>();

    private record Known(Sent sent, long at) {
        static Known read(JsonNode node) {
            return new Known(
                    new Sent(node.path("id").asText(), node.path("sequence").asLong()),
                    node.path("at").asLong());
        }
    }

    Deduplication(Store store, String queue) {
        this.stored = store.json(map(queue));
        stored.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), Known.read(entry.getValue())))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().at()))
                .forEachOrdered(entry -> byKey.put(entry.getKey(), entry.getValue()));
    }

    static String map(String queue) {
        return "sqs/deduplication/" + queue;
    }

    Optional<Sent> find(String key, long now) {
        forget(now);
        return Optional.ofNullable(byKey.get(key)).map(Known::sent);
    }

    void note(String key, Sent sent, long now) {
        byKey.put(key, new Known(sent, now));
        stored.put(
                key,
                Json.object()
                        .put("id", sent.messageId())
                        .put("sequence", sent.sequence())
                        .put("at", now));
    }

    private void forget(long now) {
        Iterator<Map.Entry<String, Known>> oldest = byKey.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Known> entry = oldest.next();
            if (entry.getValue().at() + WINDOW > now) {
                return;
            }
            oldest.remove();
            stored.remove(entry.getKey());
        }
    }

    void clear() {
        byKey.clear();
        stored.clear();
    }
}
