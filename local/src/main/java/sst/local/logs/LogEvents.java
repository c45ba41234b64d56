package sst.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.local.logs.subscription.Deliveries;
import sst.local.logs.subscription.Filters;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The events of all groups, each group's in the order of time and then of arrival. */
final class LogEvents {
    /** Leaves room for a million arrivals in each millisecond since the process began. */
    private static final int ARRIVALS_PER_MILLISECOND_BITS = 20;

    private final NavigableMap<byte[], byte[]> events;
    private final Clock clock;
    private final AtomicLong arrivals;
    private final Deliveries listener;

    LogEvents(Store store, Clock clock, Deliveries listener) {
        this.listener = listener;
        this.events = store.bytes("logs.events");
        this.clock = clock;
        this.arrivals = new AtomicLong(clock.millis() << ARRIVALS_PER_MILLISECOND_BITS);
    }

    void append(Source source, long timestamp, String message) {
        Position position = new Position(timestamp, arrivals.getAndIncrement());
        events.put(key(source.region(), source.group(), position), value(source.stream(), message));
        ObjectNode event = Json.object().put("id", position.eventId()).put("timestamp", timestamp);
        listener.happened(
                new Filters.Group(source.region(), source.group()), source.stream(), event.put("message", message));
    }

    private byte[] value(String stream, String message) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + Short.BYTES + name.length + text.length)
                .putLong(clock.millis())
                .putShort((short) name.length)
                .put(name)
                .put(text)
                .array();
    }

    private static byte[] key(String region, String group, @Nullable Position position) {
        byte[] prefix = (region + "/" + group + "\0").getBytes(StandardCharsets.UTF_8);
        if (position == null) {
            return prefix;
        }
        return ByteBuffer.allocate(prefix.length + 2 * Long.BYTES)
                .put(prefix)
                .putLong(position.timestamp())
                .putLong(position.arrival())
                .array();
    }

    /** The events of a group after one position and before another, forward or backward. */
    Stream<Event> between(Source group, Position after, Position before, boolean forward) {
        NavigableMap<byte[], byte[]> part = events.subMap(
                key(group.region(), group.group(), after), false, key(group.region(), group.group(), before), false);
        int prefix = key(group.region(), group.group(), null).length;
        return (forward ? part : part.descendingMap())
                .entrySet().stream().map(entry -> event(prefix, entry.getKey(), entry.getValue()));
    }

    private static Event event(int prefix, byte[] key, byte[] value) {
        ByteBuffer at = ByteBuffer.wrap(key, prefix, key.length - prefix);
        Position position = new Position(at.getLong(), at.getLong());
        ByteBuffer in = ByteBuffer.wrap(value);
        long ingested = in.getLong();
        byte[] stream = new byte[in.getShort()];
        in.get(stream);
        byte[] message = new byte[in.remaining()];
        in.get(message);
        return new Event(
                position,
                new String(stream, StandardCharsets.UTF_8),
                new String(message, StandardCharsets.UTF_8),
                ingested);
    }

    void deleteGroup(String region, String group) {
        events.subMap(key(region, group, Position.FIRST), true, key(region, group, Position.LAST), true)
                .clear();
    }

    void deleteBefore(String region, String group, long timestamp) {
        events.subMap(key(region, group, Position.FIRST), true, key(region, group, Position.at(timestamp)), false)
                .clear();
    }

    void deleteStream(Source source) {
        between(source, Position.FIRST, Position.LAST, true)
                .filter(event -> event.stream().equals(source.stream()))
                .forEach(event -> events.remove(key(source.region(), source.group(), event.position())));
    }

    /** A stream of a group of a region. */
    record Source(String region, String group, String stream) {}

    /**
     * A place in a group's order.
     *
     * @param timestamp milliseconds since the epoch, never negative
     * @param arrival a number that grows with each event
     */
    record Position(long timestamp, long arrival) implements Comparable<Position> {
        static final Position FIRST = new Position(0, 0);
        static final Position LAST = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

        static Position at(long timestamp) {
            return new Position(Math.max(0, timestamp), 0);
        }

        @Override
        public int compareTo(Position other) {
            int byTime = Long.compare(timestamp, other.timestamp);
            return byTime != 0 ? byTime : Long.compare(arrival, other.arrival);
        }

        String token() {
            return String.format("%016x%016x", timestamp, arrival);
        }

        static Position ofToken(String token) {
            try {
                return new Position(
                        Long.parseLong(token.substring(0, 16), 16), Long.parseLong(token.substring(16), 16));
            } catch (IndexOutOfBoundsException | NumberFormatException foreign) {
                throw Logs.invalid("The specified nextToken is invalid.");
            }
        }

        /** A number of 56 digits, as CloudWatch Logs names events. */
        String eventId() {
            return String.format("%028d%028d", timestamp, arrival);
        }
    }

    /** One event as it is kept. */
    record Event(Position position, String stream, String message, long ingested) {}
}
