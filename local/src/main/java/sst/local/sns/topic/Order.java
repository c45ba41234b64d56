package sst.local.sns.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/**
 * What FIFO topics have beside others: sequence numbers, and messages that are taken once in five minutes.
 * See https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
 */
public final class Order {
    private static final long MEMORY_MILLIS = 300_000;

    private final Clock clock;
    private final NavigableMap<String, JsonNode> seen;
    private final NavigableMap<String, JsonNode> byTime;
    private final NavigableMap<String, JsonNode> sequences;

    /** The order that the store remembers. */
    public Order(Store store, Clock clock) {
        this.clock = clock;
        this.seen = store.json("sns.seen");
        this.byTime = store.json("sns.seen-by-time");
        this.sequences = store.json("sns.sequences");
    }

    /** The answer that this message got when it was published before; empty when it is new. */
    public Optional<ObjectNode> before(TopicId topic, String deduplicationId) {
        forget();
        return Optional.ofNullable((ObjectNode) seen.get(key(topic, deduplicationId)));
    }

    private static String key(TopicId topic, String deduplicationId) {
        return topic.key() + "/" + deduplicationId;
    }

    private void forget() {
        String until = time(clock.millis() - MEMORY_MILLIS);
        for (String old : List.copyOf(byTime.headMap(until, false).keySet())) {
            seen.remove(old.substring(old.indexOf('/') + 1));
            byTime.remove(old);
        }
    }

    private static String time(long millis) {
        return String.format(Locale.ROOT, "%015d", millis);
    }

    /** Remembers a published message with its answer. */
    public void remember(TopicId topic, String deduplicationId, ObjectNode answer) {
        String key = key(topic, deduplicationId);
        seen.put(key, answer);
        byTime.put(time(clock.millis()) + "/" + key, Json.object());
    }

    /** The next number of a topic: twenty digits. */
    public String next(TopicId topic) {
        JsonNode last = sequences.get(topic.key());
        long number = last == null ? 1 : last.path("last").asLong() + 1;
        sequences.put(topic.key(), Json.object().put("last", number));
        return String.format(Locale.ROOT, "1%019d", number);
    }

    /** The deduplication id of a message that brings none, where the topic goes by content. */
    public static String ofContent(String message) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(message.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
