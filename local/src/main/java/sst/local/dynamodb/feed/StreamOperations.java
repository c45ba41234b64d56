package sst.local.dynamodb.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.Tables;
import sst.local.stream.RecordLogs;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/**
 * The calls that read streams.
 * See https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html
 */
public final class StreamOperations {
    private static final int MOST_RECORDS = 1000;
    private static final int MOST_STREAMS = 100;
    private static final List<String> TYPES =
            List.of("TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER");

    private final TableStreams streams;
    private final Clock clock;

    /** The calls on these streams. */
    public StreamOperations(TableStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "ListStreams", this::list,
                "DescribeStream", this::describe,
                "GetShardIterator", this::iterator,
                "GetRecords", this::records);
    }

    private JsonNode list(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        String wanted = input.text("TableName", "");
        String after = input.text("ExclusiveStartStreamArn", "");
        int limit = input.number("Limit").map(Long::intValue).orElse(MOST_STREAMS);
        List<TableDefinition> all = streams.tables().names(context.region(), "").stream()
                .filter(name -> wanted.isEmpty() || name.equals(wanted))
                .flatMap(name -> streams.tables().find(context.region(), name).stream())
                .map(Table::definition)
                .filter(table -> arn(table).compareTo(after) > 0)
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Streams");
        all.stream().limit(limit).forEach(table -> list.addObject()
                .put("StreamArn", arn(table))
                .put("StreamLabel", label(table))
                .put("TableName", table.name()));
        return all.size() > limit ? answer.put("LastEvaluatedStreamArn", arn(all.get(limit - 1))) : answer;
    }

    /** Empty without a stream, so that it sorts before every start. */
    private static String arn(TableDefinition table) {
        StreamSetting stream = table.settings().stream();
        return stream == null ? "" : stream.arn(table);
    }

    private static String label(TableDefinition table) {
        StreamSetting stream = table.settings().stream();
        return stream == null ? "" : stream.label();
    }

    private TableDefinition existing(Input input) {
        new Constraints().required(input, "StreamArn").check();
        String arn = input.text("StreamArn", "");
        return streams.table(arn)
                .orElseThrow(() -> Tables.notFound("Requested resource not found: Stream: " + arn + " not found"));
    }

    private JsonNode describe(ObjectNode json, CallContext context) {
        TableDefinition table = existing(new Input(json));
        StreamSetting stream = table.settings().stream();
        ObjectNode answer = Json.object();
        ObjectNode shown = answer.putObject("StreamDescription")
                .put("StreamArn", arn(table))
                .put("StreamLabel", label(table))
                .put("StreamStatus", "ENABLED")
                .put("StreamViewType", stream == null ? "" : stream.view())
                .put("CreationRequestDateTime", table.createdAt() / 1000.0)
                .put("TableName", table.name());
        ArrayNode keys = shown.putArray("KeySchema");
        List<String> names = table.keys().names();
        for (int at = 0; at < names.size(); at++) {
            keys.addObject().put("AttributeName", names.get(at)).put("KeyType", at == 0 ? "HASH" : "RANGE");
        }
        ArrayNode shards = shown.putArray("Shards");
        String shard = TableStreams.shard(table);
        if (!shard.equals(json.path("ExclusiveStartShardId").asText())) {
            shards.addObject()
                    .put("ShardId", shard)
                    .putObject("SequenceNumberRange")
                    .put("StartingSequenceNumber", Sequence.text(1));
        }
        return answer;
    }

    private JsonNode iterator(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        new Constraints()
                .required(input, "ShardId")
                .required(input, "ShardIteratorType")
                .oneOf(input, "ShardIteratorType", TYPES)
                .check();
        TableDefinition table = existing(input);
        if (!TableStreams.shard(table).equals(input.text("ShardId", ""))) {
            throw Tables.notFound("Requested resource not found: Shard does not exist");
        }
        long after = start(arn(table), input);
        return Json.object().put("ShardIterator", new StreamIterator(arn(table), after, clock.millis()).text());
    }

    private long start(String arn, Input input) {
        RecordLogs logs = streams.logs();
        String type = input.text("ShardIteratorType", "");
        if (type.equals("TRIM_HORIZON")) {
            return logs.oldest(arn);
        }
        if (type.equals("LATEST")) {
            return logs.newest(arn);
        }
        String number = input.text("SequenceNumber", "");
        try {
            long position = Sequence.position(number) - (type.startsWith("AT") ? 1 : 0);
            if (position < logs.oldest(arn)) {
                throw new sst.local.wire.AwsException(
                        400,
                        "TrimmedDataAccessException",
                        "The operation attempted to read past the oldest stream record in a shard.");
            }
            return position;
        } catch (NumberFormatException notASequence) {
            throw Rejection.validation("Invalid SequenceNumber: " + number);
        }
    }

    private JsonNode records(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        new Constraints()
                .required(input, "ShardIterator")
                .atLeast(input, "Limit", 1)
                .atMost(input, "Limit", MOST_RECORDS)
                .check();
        StreamIterator iterator = StreamIterator.read(input.text("ShardIterator", ""), clock.millis());
        Optional<TableDefinition> table = streams.table(iterator.streamArn());
        if (table.isEmpty()) {
            throw Tables.notFound("Requested resource not found: Stream: " + iterator.streamArn() + " not found");
        }
        int limit = input.number("Limit").map(Long::intValue).orElse(MOST_RECORDS);
        List<RecordLogs.Logged> found = streams.logs().read(iterator.streamArn(), iterator.after(), limit);
        ObjectNode answer = Json.object();
        ArrayNode records = answer.putArray("Records");
        long after = iterator.after();
        for (RecordLogs.Logged logged : found) {
            records.add(shown(logged));
            after = logged.position();
        }
        StreamIterator next = new StreamIterator(iterator.streamArn(), after, clock.millis());
        return answer.put("NextShardIterator", next.text());
    }

    /** This API writes the members of an identity in upper case, unlike the events of Lambda. */
    private static ObjectNode shown(RecordLogs.Logged logged) {
        ObjectNode record = StreamRecord.shown(logged.record(), logged.position(), logged.millis());
        if (record.path("userIdentity") instanceof ObjectNode identity) {
            record.putObject("userIdentity")
                    .put("PrincipalId", identity.path("principalId").asText())
                    .put("Type", identity.path("type").asText());
        }
        return record;
    }
}
