package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import sst.local.lambda.control.record.Members;
import sst.local.port.StreamAccess.Entry;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Records of streams as the event that a function gets, and what it answers. */
final class StreamEvent {
    private StreamEvent() {}

    static byte[] payload(List<Entry> entries) {
        ArrayNode all = Members.array();
        entries.forEach(entry -> all.add(entry.record()));
        return Json.write(Members.object().set("Records", all));
    }

    static String sequence(ObjectNode record) {
        return record.has("dynamodb")
                ? record.path("dynamodb").path("SequenceNumber").asText()
                : record.path("kinesis").path("sequenceNumber").asText();
    }

    /** The sequence numbers that the function reports as failed. */
    static List<String> failures(byte[] payload) {
        List<String> failures = new ArrayList<>();
        try {
            JsonNode answer = Json.parse(new String(payload, StandardCharsets.UTF_8));
            for (JsonNode failure : answer.path("batchItemFailures")) {
                failures.add(failure.path("itemIdentifier").asText());
            }
        } catch (AwsException notJson) {
            return List.of();
        }
        return failures;
    }

    /**
     * A record as filters see it: data of Kinesis as the JSON that it is.
     * See https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
     */
    static ObjectNode matchable(ObjectNode record) {
        if (!record.has("kinesis")) {
            return record;
        }
        ObjectNode event = record.deepCopy();
        byte[] data =
                Base64.getDecoder().decode(record.path("kinesis").path("data").asText());
        try {
            event.set("data", Json.parse(new String(data, StandardCharsets.UTF_8)));
        } catch (AwsException notJson) {
            event.put("data", new String(data, StandardCharsets.UTF_8));
        }
        return event;
    }
}
