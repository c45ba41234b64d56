package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.DataStreams.NewRecord;
import sst.local.kinesis.shard.DataStreams.Placed;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.SequenceNumber;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that put records. */
record RecordCalls(DataStreams streams) {
    private static final long MOST_BYTES = 5L * 1024 * 1024;

    void addTo(Map<String, Operation> operations) {
        operations.put("PutRecord", this::put);
        operations.put("PutRecords", this::putSeveral);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        StreamName name = Input.stream(input, context);
        String minimum = input.path("SequenceNumberForOrdering").asText("");
        if (!minimum.isEmpty() && SequenceNumber.parse(minimum).isEmpty()) {
            streams.existing(name);
            throw KinesisFault.invalid("ExclusiveMinimumSequenceNumber " + minimum
                    + " used in PutRecord on stream " + name.name() + " under account " + CallContext.ACCOUNT
                    + " is invalid.");
        }
        Placed placed = streams.put(name, List.of(record(input))).get(0);
        return encrypted(placed(placed, Json.object()), name);
    }

    private static NewRecord record(JsonNode record) {
        return new NewRecord(
                record.path("PartitionKey").asText(),
                record.path("ExplicitHashKey").asText(""),
                record.path("Data").asText());
    }

    private static ObjectNode placed(Placed placed, ObjectNode answer) {
        return answer.put("SequenceNumber", placed.sequence())
                .put("ShardId", placed.shard().id());
    }

    private ObjectNode encrypted(ObjectNode answer, StreamName name) {
        Optional<DataStream> stream = streams.find(name);
        boolean isEncrypted =
                stream.filter(each -> !each.settings().keyId().isEmpty()).isPresent();
        return isEncrypted ? answer.put("EncryptionType", "KMS") : answer;
    }

    private ObjectNode putSeveral(ObjectNode input, CallContext context) {
        StreamName name = Input.stream(input, context);
        List<NewRecord> records = new ArrayList<>();
        long bytes = 0;
        for (JsonNode each : input.path("Records")) {
            NewRecord record = record(each);
            bytes += Base64.getDecoder().decode(record.data()).length;
            records.add(record);
        }
        if (bytes > MOST_BYTES) {
            throw KinesisFault.invalid("Records size exceeds 5 MB limit");
        }
        ObjectNode answer = Json.object().put("FailedRecordCount", 0);
        ArrayNode done = answer.putArray("Records");
        streams.put(name, records).forEach(placed -> placed(placed, done.addObject()));
        return encrypted(answer, name);
    }
}
