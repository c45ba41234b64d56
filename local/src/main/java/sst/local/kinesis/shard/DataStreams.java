package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import sst.local.port.Host;
import sst.local.port.StreamAccess;
import sst.local.stream.RecordLogs;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The streams and their records. */
public final class DataStreams implements StreamAccess, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
    private static final long HOUR_MILLIS = 3_600_000;

    private final NavigableMap<String, JsonNode> records;
    private final RecordLogs logs;
    private final Clock clock;

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
    public DataStream create(StreamName name, int shards, DataStream.Settings settings) {
        if (!NAME.matcher(name.name()).matches()) {
            throw KinesisFault.validation("1 validation error detected: Value '" + name.name()
                    + "' at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " [a-zA-Z0-9_.-]+");
        }
        if (find(name).isPresent()) {
            throw new AwsException(
                    400,
                    "ResourceInUseException",
                    "Stream " + name.name() + " under account " + CallContext.ACCOUNT + " already exists.");
        }
        DataStream made =
                new DataStream(name, UUID.randomUUID().toString(), clock.millis(), shards, settings, Map.of());
        save(made);
        return made;
    }

    /** Keeps a stream as it is now. */
    public void save(DataStream stream) {
        records.put(stream.name().key(), stream.node());
    }

    /** Deletes a stream and its records. */
    public void delete(DataStream stream) {
        records.remove(stream.name().key());
        stream.all().forEach(shard -> logs.drop(stream.log(shard)));
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

    /** Forgets records that are too old; tells whether there were any. */
    public boolean trim() {
        boolean isTrimmed = false;
        for (Map.Entry<String, JsonNode> entry : records.entrySet()) {
            int slash = entry.getKey().indexOf('/');
            StreamName name = new StreamName(
                    entry.getKey().substring(0, slash), entry.getKey().substring(slash + 1));
            DataStream stream = DataStream.read(name, entry.getValue());
            long before = clock.millis() - stream.settings().retentionHours() * HOUR_MILLIS;
            for (ShardId shard : stream.all()) {
                isTrimmed |= logs.trim(stream.log(shard), before);
            }
        }
        return isTrimmed;
    }

    /** Where a record came to be. */
    public record Placed(ShardId shard, String sequence) {}

    /** Adds a record to the shard of its key. */
    public Placed put(DataStream stream, String partitionKey, String explicitHashKey, String data) {
        BigInteger hash = explicitHashKey.isEmpty() ? hash(partitionKey) : new BigInteger(explicitHashKey);
        ShardId shard = stream.all().stream()
                .filter(each -> each.has(hash))
                .findFirst()
                .orElseThrow(() -> KinesisFault.invalid("Invalid ExplicitHashKey. ExplicitHashKey must be in the range:"
                        + " [0, 2^128-1]. Specified value was " + explicitHashKey));
        long position = logs.append(
                stream.log(shard), Json.object().put("key", partitionKey).put("data", data));
        return new Placed(shard, shard.sequence(position));
    }

    private static BigInteger hash(String partitionKey) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public boolean hasStream(String streamArn) {
        return find(StreamName.ofArn(streamArn)).isPresent();
    }

    @Override
    public List<String> shards(String streamArn) {
        return find(StreamName.ofArn(streamArn)).stream()
                .flatMap(stream -> stream.all().stream())
                .map(ShardId::id)
                .toList();
    }

    private String log(Shard shard) {
        DataStream stream = existing(StreamName.ofArn(shard.streamArn()));
        return stream.log(stream.shard(shard.id()));
    }

    @Override
    public long oldest(Shard shard) {
        return logs.oldest(log(shard));
    }

    @Override
    public long newest(Shard shard) {
        return logs.newest(log(shard));
    }

    @Override
    public long at(Shard shard, long millis) {
        return logs.at(log(shard), millis);
    }

    @Override
    public List<Entry> read(Shard shard, long after, Wanted wanted) {
        DataStream stream = existing(StreamName.ofArn(shard.streamArn()));
        ShardId id = stream.shard(shard.id());
        String log = stream.log(id);
        logs.await(log, after, wanted.waitMillis());
        return logs.read(log, after, wanted.most()).stream()
                .map(logged -> new Entry(logged.position(), logged.millis(), event(stream, id, logged)))
                .toList();
    }

    /** See https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
    private static ObjectNode event(DataStream stream, ShardId shard, RecordLogs.Logged logged) {
        String sequence = shard.sequence(logged.position());
        ObjectNode event = Json.object();
        event.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", logged.record().path("key").asText())
                .put("sequenceNumber", sequence)
                .put("data", logged.record().path("data").asText())
                .put("approximateArrivalTimestamp", logged.millis() / 1000.0);
        return event.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", shard.id() + ":" + sequence)
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", "arn:aws:iam::" + CallContext.ACCOUNT + ":role/lambda")
                .put("awsRegion", stream.name().region())
                .put("eventSourceARN", stream.name().arn());
    }

    @Override
    public void close() {
        logs.close();
    }
}
