package sst.local.kinesis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.stream.RecordLogs;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that get records. */
record ReadCalls(DataStreams streams, Clock clock) {
    private static final int MOST = 10_000;
    private static final long ITERATOR_MILLIS = 300_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void addTo(Map<String, Operation> operations) {
        operations.put("GetShardIterator", this::iterator);
        operations.put("GetRecords", this::get);
    }

    private ObjectNode iterator(ObjectNode input, CallContext context) {
        String name = Input.stream(input, context).name();
        String id = Input.shard(input, "ShardId", name);
        DataStream stream =
                streams.find(Input.stream(input, context)).orElseThrow(() -> KinesisFault.noShard(id, name));
        DataShard shard = stream.shard(id);
        long after = Math.max(0, start(stream, shard, input));
        return Json.object()
                .put(
                        "ShardIterator",
                        ShardIterator.of(stream, shard, after, clock.millis()).text());
    }

    private long start(DataStream stream, DataShard shard, ObjectNode input) {
        RecordLogs logs = streams.logs();
        String log = stream.log(shard);
        String type = input.path("ShardIteratorType").asText();
        String number = input.path("StartingSequenceNumber").asText("");
        boolean isNumbered = type.endsWith("_SEQUENCE_NUMBER");
        if (isNumbered == number.isEmpty()) {
            throw KinesisFault.invalid("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and"
                    + " StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request"
                    + " specified " + type + " and " + (isNumbered ? "no" : "also a") + " StartingSequenceNumber.");
        }
        return switch (type) {
            case "TRIM_HORIZON" -> logs.oldest(log);
            case "LATEST" -> logs.newest(log);
            case "AT_TIMESTAMP" -> logs.at(log, time(input));
            case "AT_SEQUENCE_NUMBER" -> shard.position(number, stream.name().name()) - 1;
            default -> shard.position(number, stream.name().name());
        };
    }

    private long time(ObjectNode input) {
        if (!input.hasNonNull("Timestamp")) {
            throw KinesisFault.invalid("Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP."
                    + " Current request has no timestamp parameter.");
        }
        long millis = Math.round(input.path("Timestamp").asDouble() * 1000);
        if (millis > clock.millis()) {
            throw KinesisFault.invalid("The timestampInMillis parameter cannot be greater than the"
                    + " currentTimestampInMillis. timestampInMillis: " + millis + ", currentTimestampInMillis: "
                    + clock.millis());
        }
        return millis;
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        ShardIterator place = ShardIterator.read(input.path("ShardIterator").asText());
        checkAge(place);
        String id = DataShard.id(place.shard());
        DataStream stream = streams.find(place.stream())
                .filter(each -> each.uid().equals(place.uid()))
                .orElseThrow(() -> KinesisFault.noShard(id, place.stream().name()));
        DataShard shard = stream.shard(id);
        String log = stream.log(shard);
        List<RecordLogs.Logged> found =
                streams.logs().read(log, place.after(), input.path("Limit").asInt(MOST));
        ObjectNode answer = Json.object();
        ArrayNode records = answer.putArray("Records");
        found.forEach(logged -> records.add(shown(stream, shard, logged)));
        long last =
                found.isEmpty() ? place.after() : found.get(found.size() - 1).position();
        boolean isEnd = !shard.isOpen() && last >= streams.logs().newest(log);
        if (isEnd && found.isEmpty()) {
            answer.putNull("NextShardIterator").set("ChildShards", children(stream, shard));
        } else {
            answer.put(
                    "NextShardIterator",
                    ShardIterator.of(stream, shard, last, clock.millis()).text());
        }
        return answer.put("MillisBehindLatest", behind(log, last));
    }

    private long behind(String log, long last) {
        Optional<RecordLogs.Logged> next =
                streams.logs().read(log, last, 1).stream().findFirst();
        return next.map(logged -> Math.max(0, clock.millis() - logged.millis())).orElse(0L);
    }

    private void checkAge(ShardIterator place) {
        if (clock.millis() > place.millis() + ITERATOR_MILLIS) {
            throw new AwsException(
                    400,
                    "ExpiredIteratorException",
                    "Iterator expired. The iterator was created at time "
                            + TIME.format(Instant.ofEpochMilli(place.millis())) + " while right now it is "
                            + TIME.format(clock.instant())
                            + " which is further in the future than the tolerated delay of "
                            + ITERATOR_MILLIS + " milliseconds.");
        }
    }

    static ObjectNode shown(DataStream stream, DataShard shard, RecordLogs.Logged logged) {
        ObjectNode shown = Json.object()
                .put("SequenceNumber", shard.sequence(logged.position(), logged.millis()))
                .put("ApproximateArrivalTimestamp", logged.millis() / 1000.0)
                .put("Data", logged.record().path("data").asText())
                .put("PartitionKey", logged.record().path("key").asText());
        return stream.settings().keyId().isEmpty() ? shown : shown.put("EncryptionType", "KMS");
    }

    /** What a consumer is to read next. */
    static ArrayNode children(DataStream stream, DataShard parent) {
        ArrayNode children = Json.object().arrayNode();
        for (DataShard child : stream.shards().children(parent)) {
            ObjectNode shown = children.addObject().put("ShardId", child.id());
            ArrayNode parents = shown.putArray("ParentShards");
            child.parents().forEach(number -> parents.add(DataShard.id(number)));
            shown.set("HashKeyRange", StreamView.keys(child));
        }
        return children;
    }
}
