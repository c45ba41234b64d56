package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import sst.local.port.Host;
import sst.local.stream.RecordLogs;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The streams and their records. */
public final class DataStreams implements AutoCloseable {
    /** How many shards AWS gives an account at first. */
    private static final int MOST_SHARDS = 500;

    private static final long HOUR_MILLIS = 3_600_000;
    /** AWS's first shards are a little older than their stream's first record. */
    private static final long SHARD_LEAD_MILLIS = 2000;

    private final NavigableMap<String, JsonNode> records;
    private final RecordLogs logs;
    private final Clock clock;
    /** A shard that is closed takes nothing more: puts read, changes of shards write. */
    private final ReadWriteLock shape = new ReentrantReadWriteLock();

    /** The streams that the store holds. */
    public DataStreams(Host host) {
        this.records = host.store().json("kinesis.streams");
        this.clock = host.clock();
        this.logs = new RecordLogs("kinesis.records", host.store(), clock);
    }

    /** The logs of the shards. */
    public RecordLogs logs() {
        return logs;
    }

    /** A stream. */
    public Optional<DataStream> find(StreamName name) {
        return Optional.ofNullable(records.get(name.key())).map(node -> DataStream.read(name, node));
    }

    /** A stream; {@code ResourceNotFoundException} when there is none. */
    public DataStream existing(StreamName name) {
        return find(name).orElseThrow(() -> KinesisFault.noStream(name.name()));
    }

    /** Makes a stream. */
    public DataStream create(StreamName name, int shards, StreamSettings settings) {
        if (find(name).isPresent()) {
            throw new AwsException(
                    400,
                    "ResourceInUseException",
                    "Stream " + name.name() + " under account " + CallContext.ACCOUNT + " already exists.");
        }
        checkLimit(name.region(), shards);
        Shards even = Shards.even(shards, clock.millis() - SHARD_LEAD_MILLIS);
        DataStream made = new DataStream(name, UUID.randomUUID().toString(), clock.millis(), even, settings, Map.of());
        save(made);
        return made;
    }

    /**
     * Refuses more shards than an account has.
     *
     * @throws AwsException {@code LimitExceededException}
     */
    public void checkLimit(String region, int more) {
        int there = openShards(region);
        if (there + more > MOST_SHARDS) {
            throw KinesisFault.limit("This request would exceed the shard limit for the account "
                    + CallContext.ACCOUNT + " in " + region + ". Current shard count for the account: " + there
                    + ". Limit: " + MOST_SHARDS + ". Number of additional shards that would have resulted from this"
                    + " request: " + more + ". Refer to the AWS Service Limits page"
                    + " (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current limits and"
                    + " how to request higher limits.");
        }
    }

    /** How many shards of a region take records, and how many there may be. */
    public int openShards(String region) {
        return all(region, "").stream()
                .mapToInt(stream -> stream.shards().open().size())
                .sum();
    }

    /** How many shards there may be. */
    public static int mostShards() {
        return MOST_SHARDS;
    }

    /** Keeps a stream as it is now. */
    public void save(DataStream stream) {
        records.put(stream.name().key(), stream.node());
    }

    /** Changes a stream; no record is put meanwhile. */
    public DataStream change(StreamName name, UnaryOperator<DataStream> change) {
        shape.writeLock().lock();
        try {
            DataStream changed = change.apply(existing(name));
            save(changed);
            return changed;
        } finally {
            shape.writeLock().unlock();
        }
    }

    /** Deletes a stream and its records. */
    public void delete(DataStream stream) {
        shape.writeLock().lock();
        try {
            records.remove(stream.name().key());
            stream.shards().all().forEach(shard -> logs.drop(stream.log(shard)));
        } finally {
            shape.writeLock().unlock();
        }
    }

    /** The streams of a region after a name, in order. */
    public List<DataStream> all(String region, String after) {
        String prefix = region + "/";
        return records.tailMap(prefix + after, false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> DataStream.read(
                        new StreamName(region, entry.getKey().substring(prefix.length())), entry.getValue()))
                .toList();
    }

    /** Forgets records that are too old, and closed shards that have no others; tells whether there were any. */
    public boolean trim() {
        boolean isTrimmed = false;
        for (String key : List.copyOf(records.keySet())) {
            int slash = key.indexOf('/');
            StreamName name = new StreamName(key.substring(0, slash), key.substring(slash + 1));
            Optional<DataStream> stream = find(name);
            if (stream.isPresent()) {
                isTrimmed |= trim(stream.get());
            }
        }
        return isTrimmed;
    }

    private boolean trim(DataStream stream) {
        long before = clock.millis() - stream.settings().retentionHours() * HOUR_MILLIS;
        boolean isTrimmed = false;
        for (DataShard shard : stream.shards().all()) {
            isTrimmed |= logs.trim(stream.log(shard), before);
        }
        List<DataShard> left = stream.shards().without(before).all();
        List<DataShard> gone = stream.shards().all().stream()
                .filter(shard -> !left.contains(shard))
                .toList();
        if (!gone.isEmpty()) {
            change(stream.name(), now -> now.with(now.shards().without(before)));
            gone.forEach(shard -> logs.drop(stream.log(shard)));
        }
        return isTrimmed || !gone.isEmpty();
    }

    /** A record to be put; its data in base64. */
    public record NewRecord(String partitionKey, String explicitHashKey, String data) {}

    /** Where a record came to be. */
    public record Placed(DataShard shard, String sequence) {}

    /** Adds records, each to the shard of its key; none when one has a key that cannot be. */
    public List<Placed> put(StreamName name, List<NewRecord> added) {
        shape.readLock().lock();
        try {
            DataStream stream = existing(name);
            List<BigInteger> keys = added.stream()
                    .map(each -> HashKeys.of(each.partitionKey(), each.explicitHashKey()))
                    .toList();
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                placed.add(append(stream, stream.shards().of(keys.get(i)), added.get(i)));
            }
            return placed;
        } finally {
            shape.readLock().unlock();
        }
    }

    private Placed append(DataStream stream, DataShard shard, NewRecord added) {
        ObjectNode record = Json.object().put("key", added.partitionKey()).put("data", added.data());
        RecordLogs.Logged logged = logs.add(stream.log(shard), record);
        return new Placed(shard, shard.sequence(logged.position(), logged.millis()));
    }

    @Override
    public void close() {
        logs.close();
    }
}
