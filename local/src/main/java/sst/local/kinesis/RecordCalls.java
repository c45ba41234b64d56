package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.ShardId;
import sst.local.kinesis.shard.StreamName;
import sst.local.stream.RecordLogs;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that put and get records. */
record RecordCalls(DataStreams streams, Clock clock) {
    private static final int MOST_PUT = 500;
    private static final int MOST_GOT = 10_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final long ITERATOR_MILLIS = 300_000;

    void addTo(Map<String, Operation> operations) {
        operations.put("PutRecord", this::put);
        operations.put("PutRecords", this::putSeveral);
        operations.put("GetShardIterator", this::iterator);
        operations.put("GetRecords", this::get);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        return put(stream, input).put("EncryptionType", "NONE");
    }

    private ObjectNode put(DataStream stream, JsonNode record) {
        check(record);
        DataStreams.Placed placed = streams.put(
                stream,
                record.path("PartitionKey").asText(),
                record.path("ExplicitHashKey").asText(""),
                record.path("Data").asText());
        return Json.object().put("ShardId", placed.shard().id()).put("SequenceNumber", placed.sequence());
    }

    private static void check(JsonNode record) {
        String key = Input.text(record, "PartitionKey");
        if (key.length() > 256) {
            throw KinesisFault.validation("1 validation error detected: Value '" + key + "' at 'partitionKey' failed to"
                    + " satisfy constraint: Member must have length less than or equal to 256");
        }
        if (!record.has("Data")) {
            Input.text(record, "Data");
        }
        if (record.path("Data").asText().length() * 3L / 4 > MOST_BYTES) {
            throw KinesisFault.validation("1 validation error detected: Value at 'data' failed to satisfy constraint:"
                    + " Member must have length less than or equal to " + MOST_BYTES);
        }
        if (!record.path("ExplicitHashKey").asText("0").matches("0|([1-9]\\d{0,38})")) {
            throw KinesisFault.invalid("Invalid ExplicitHashKey.");
        }
    }

    private ObjectNode putSeveral(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        JsonNode records = input.path("Records");
        if (records.isEmpty() || records.size() > MOST_PUT) {
            throw KinesisFault.validation(
                    "1 validation error detected: Value at 'records' failed to satisfy constraint:"
                            + " Member must have length between 1 and " + MOST_PUT);
        }
        records.forEach(RecordCalls::check);
        ObjectNode answer = Json.object().put("FailedRecordCount", 0).put("EncryptionType", "NONE");
        ArrayNode done = answer.putArray("Records");
        records.forEach(record -> done.add(put(stream, record)));
        return answer;
    }

    private ObjectNode iterator(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        ShardId shard = stream.shard(Input.text(input, "ShardId"));
        return Json.object().put("ShardIterator", iterator(stream, shard, start(stream, shard, input)));
    }

    private long start(DataStream stream, ShardId shard, ObjectNode input) {
        RecordLogs logs = streams.logs();
        String log = stream.log(shard);
        String type = Input.text(input, "ShardIteratorType");
        return switch (type) {
            case "TRIM_HORIZON" -> logs.oldest(log);
            case "LATEST" -> logs.newest(log);
            case "AT_TIMESTAMP" -> logs.at(log, (long) (input.path("Timestamp").asDouble() * 1000));
            case "AT_SEQUENCE_NUMBER" -> shard.position(Input.text(input, "StartingSequenceNumber")) - 1;
            case "AFTER_SEQUENCE_NUMBER" -> shard.position(Input.text(input, "StartingSequenceNumber"));
            default ->
                throw KinesisFault.validation("1 validation error detected: Value '" + type
                        + "' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
        };
    }

    private String iterator(DataStream stream, ShardId shard, long after) {
        String plain = after + " " + clock.millis() + " " + shard.id() + " "
                + stream.name().arn();
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        String[] place = place(Input.text(input, "ShardIterator"));
        DataStream stream = streams.existing(StreamName.ofArn(place[3]));
        ShardId shard = stream.shard(place[2]);
        int limit = Input.number(input, new Input.Bounds("Limit", MOST_GOT, 1, MOST_GOT));
        long after = Long.parseLong(place[0]);
        List<RecordLogs.Logged> found = streams.logs().read(stream.log(shard), after, limit);
        ObjectNode answer = Json.object();
        ArrayNode records = answer.putArray("Records");
        long last = after;
        for (RecordLogs.Logged logged : found) {
            records.addObject()
                    .put("SequenceNumber", shard.sequence(logged.position()))
                    .put("ApproximateArrivalTimestamp", logged.millis() / 1000.0)
                    .put("PartitionKey", logged.record().path("key").asText())
                    .put("Data", logged.record().path("data").asText())
                    .put("EncryptionType", "NONE");
            last = logged.position();
        }
        List<RecordLogs.Logged> next = streams.logs().read(stream.log(shard), last, 1);
        long behind =
                next.isEmpty() ? 0 : Math.max(0, clock.millis() - next.get(0).millis());
        return answer.put("NextShardIterator", iterator(stream, shard, last)).put("MillisBehindLatest", behind);
    }

    private String[] place(String iterator) {
        String[] place = decoded(iterator).split(" ", 4);
        if (place.length != 4 || !place[0].matches("-?\\d+") || !place[1].matches("\\d+")) {
            throw KinesisFault.invalid("Invalid ShardIterator.");
        }
        if (clock.millis() > Long.parseLong(place[1]) + ITERATOR_MILLIS) {
            throw new AwsException(
                    400,
                    "ExpiredIteratorException",
                    "Iterator expired. The iterator was created more than 300000 milliseconds ago.");
        }
        return place;
    }

    private static String decoded(String iterator) {
        try {
            return new String(Base64.getDecoder().decode(iterator), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            throw KinesisFault.invalid("Invalid ShardIterator.");
        }
    }
}
