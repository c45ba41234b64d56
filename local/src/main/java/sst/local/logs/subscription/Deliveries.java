package sst.local.logs.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import sst.local.background.Repeated;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * Sends events to the subscriptions that want them, a batch for each log stream, a moment after they came. What waits is
 * not kept over a restart. See https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
public final class Deliveries implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final long EVERY_MILLIS = 250;
    private static final int MOST_EVENTS = 1000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Filters filters;
    private final Store store;
    private final Function<String, Predicate<String>> patterns;
    private final Map<String, Predicate<String>> compiled = new ConcurrentHashMap<>();
    private final Queue<Wanted> waiting = new ConcurrentLinkedQueue<>();
    private final Repeated sender;
    private volatile @Nullable Subscribers subscribers;

    /**
     * Deliveries for these filters.
     *
     * @param patterns makes a predicate of a filter pattern
     */
    public Deliveries(Filters filters, Store store, Function<String, Predicate<String>> patterns) {
        this.filters = filters;
        this.store = store;
        this.patterns = patterns;
        this.sender = new Repeated("logs-subscriptions", EVERY_MILLIS, this::send);
    }

    /** Tells where events can go; before that nothing is sent. */
    public void to(Subscribers found) {
        subscribers = found;
    }

    /** Where events can go. */
    Subscribers subscribers() {
        Subscribers found = subscribers;
        if (found == null) {
            throw new IllegalStateException("no subscribers yet");
        }
        return found;
    }

    /** Takes an event of a group's stream. */
    public void happened(Filters.Group group, String stream, ObjectNode event) {
        if (filters.isEmpty()) {
            return;
        }
        for (JsonNode filter : filters.of(group)) {
            boolean isWanted = compiled.computeIfAbsent(
                            filter.path("filterPattern").asText(), patterns)
                    .test(event.path("message").asText());
            if (isWanted) {
                waiting.add(new Wanted(new Target(group, stream, filter), event));
            }
        }
    }

    private void send() {
        Map<Target, List<ObjectNode>> batches = new LinkedHashMap<>();
        for (Wanted next = waiting.poll(); next != null; next = waiting.poll()) {
            batches.computeIfAbsent(next.target(), target -> new ArrayList<>()).add(next.event());
        }
        if (!batches.isEmpty()) {
            batches.forEach(this::send);
            store.commit();
        }
    }

    private void send(Target target, List<ObjectNode> events) {
        int from = 0;
        int characters = 0;
        for (int at = 0; at < events.size(); at++) {
            int length = events.get(at).path("message").asText().length();
            if (at - from == MOST_EVENTS || (at > from && characters + length > MOST_CHARACTERS)) {
                sendBatch(target, events.subList(from, at));
                from = at;
                characters = 0;
            }
            characters += length;
        }
        sendBatch(target, events.subList(from, events.size()));
    }

    private void sendBatch(Target target, List<ObjectNode> events) {
        String arn = target.filter().path("destinationArn").asText();
        ObjectNode message = Json.object()
                .put("messageType", "DATA_MESSAGE")
                .put("owner", CallContext.ACCOUNT)
                .put("logGroup", target.group().name())
                .put("logStream", target.stream());
        message.putArray("subscriptionFilters").add(target.filter().path("filterName"));
        ArrayNode all = message.putArray("logEvents");
        events.forEach(all::add);
        try {
            subscribers().send(arn, target.stream(), compressed(message));
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, arn + " did not take log events: " + refused.text());
        }
    }

    static byte[] compressed(ObjectNode message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(Json.write(message));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        sender.close();
    }

    private record Target(Filters.Group group, String stream, JsonNode filter) {}

    private record Wanted(Target target, ObjectNode event) {}
}
