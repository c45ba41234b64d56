package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sst.local.lambda.control.record.Members;
import sst.local.port.QueueAccess.Received;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * Messages as the event that a function gets.
 * See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
final class QueueEvent {
    private static final int MOST_BYTES = 6_000_000;
    private static final int ENVELOPE_BYTES = 1500;

    private QueueEvent() {}

    static ObjectNode record(Received message, String queueArn) {
        JsonNode content = message.content();
        ObjectNode record = Members.object();
        record.set("messageId", content.path("MessageId"));
        record.put("receiptHandle", message.receiptHandle());
        record.set("body", content.path("Body"));
        record.set("attributes", content.path("System"));
        ObjectNode attributes = record.putObject("messageAttributes");
        content.path("MessageAttributes")
                .properties()
                .forEach(entry -> attributes.set(entry.getKey(), attribute(entry.getValue())));
        record.set("md5OfBody", content.path("MD5OfBody"));
        if (content.has("MD5OfMessageAttributes")) {
            record.set("md5OfMessageAttributes", content.path("MD5OfMessageAttributes"));
        }
        return record.put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", queueArn.split(":", -1)[3]);
    }

    private static ObjectNode attribute(JsonNode value) {
        ObjectNode attribute = Members.object();
        if (value.has("StringValue")) {
            attribute.set("stringValue", value.path("StringValue"));
        }
        if (value.has("BinaryValue")) {
            attribute.set("binaryValue", value.path("BinaryValue"));
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        return attribute.set("dataType", value.path("DataType"));
    }

    /**
     * A record as filters see it: a body that is a JSON object is matched as such, any other as a text.
     * See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
     */
    static ObjectNode matchable(ObjectNode record) {
        ObjectNode event = record.deepCopy();
        try {
            event.set("body", Json.read(record.path("body").asText().getBytes(StandardCharsets.UTF_8)));
        } catch (AwsException plainText) {
            event.set("body", record.path("body"));
        }
        return event;
    }

    static byte[] payload(List<ObjectNode> records) {
        ArrayNode all = Members.array();
        records.forEach(all::add);
        return Json.write(Members.object().set("Records", all));
    }

    /** Cuts a batch where its event would be larger than Lambda takes. */
    static List<List<ObjectNode>> parts(List<ObjectNode> records) {
        List<List<ObjectNode>> parts = new ArrayList<>();
        List<ObjectNode> part = new ArrayList<>();
        long size = 0;
        for (ObjectNode record : records) {
            long bytes = record.path("body").asText().length() * 2L + ENVELOPE_BYTES;
            if (!part.isEmpty() && size + bytes > MOST_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(record);
            size += bytes;
        }
        parts.add(part);
        return parts;
    }
}
