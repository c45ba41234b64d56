package sst.local.kinesis.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.port.Host;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The registered consumers of streams. See https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html */
public final class Consumers {
    private static final int MOST = 20;

    private final NavigableMap<String, JsonNode> records;
    private final Host host;

    /** The consumers that the store holds. */
    public Consumers(Host host) {
        this.host = host;
        this.records = host.store().json("kinesis.consumers");
    }

    /** A consumer: its name, and when it was registered in milliseconds since the epoch. */
    public record Consumer(StreamName stream, String name, long created) {
        /** The consumer's ARN. */
        public String arn() {
            return stream.arn() + "/consumer/" + name + ":" + created / 1000;
        }

        ObjectNode shown() {
            return Json.object()
                    .put("ConsumerName", name)
                    .put("ConsumerARN", arn())
                    .put("ConsumerStatus", "ACTIVE")
                    .put("ConsumerCreationTimestamp", created / 1000.0);
        }
    }

    private static String prefix(DataStream stream) {
        return stream.name().region() + "/" + stream.uid() + "/";
    }

    /** The consumers of a stream by name. */
    public List<Consumer> of(DataStream stream) {
        String prefix = prefix(stream);
        return records.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new Consumer(
                        stream.name(),
                        entry.getKey().substring(prefix.length()),
                        entry.getValue().path("created").asLong()))
                .toList();
    }

    /** The consumer of that name. */
    Optional<Consumer> find(DataStream stream, String name) {
        return of(stream).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Registers a consumer; who asks again as the same owner, after a kill, gets the one that is there. */
    synchronized Consumer register(DataStream stream, String name, String owner) {
        Optional<Consumer> there = find(stream, name);
        if (there.isPresent()) {
            JsonNode record = records.getOrDefault(prefix(stream) + name, Json.object());
            if (!owner.isEmpty() && owner.equals(record.path("owner").asText())) {
                return there.get();
            }
            throw KinesisFault.inUse("Consumer " + name + " under stream "
                    + stream.name().arn() + " already exists for account " + CallContext.ACCOUNT + ".");
        }
        if (of(stream).size() >= MOST) {
            throw KinesisFault.limit("Stream " + stream.name().name() + " under account " + CallContext.ACCOUNT
                    + " has reached its limit of " + MOST + " registered consumers.");
        }
        long now = host.clock().millis();
        records.put(prefix(stream) + name, Json.object().put("created", now).put("owner", owner));
        return new Consumer(stream.name(), name, now);
    }

    void remove(DataStream stream, Consumer consumer) {
        records.remove(prefix(stream) + consumer.name());
    }

    /** Forgets all consumers of a stream. */
    public void remove(DataStream stream) {
        of(stream).forEach(consumer -> remove(stream, consumer));
    }
}
