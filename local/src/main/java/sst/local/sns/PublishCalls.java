package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.TopicId;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that publish. */
record PublishCalls(Publisher publisher) {
    private static final int MOST = 10;
    private static final int LONGEST_ID = 80;
    private static final long MOST_BYTES = 262_144;

    void addTo(Map<String, Operation> operations) {
        operations.put("Publish", this::publish);
        operations.put("PublishBatch", this::publishBatch);
    }

    private ObjectNode publish(ObjectNode input, CallContext context) {
        if (input.has("PhoneNumber")) {
            String number = input.path("PhoneNumber").asText();
            if (!number.matches("\\+[0-9]{4,15}")) {
                throw SnsFault.invalid("PhoneNumber Reason: " + number + " is not valid to publish to");
            }
            throw SnsFault.unsupported("publishing to a PhoneNumber");
        }
        String arn = input.path("TargetArn").asText(input.path("TopicArn").asText(""));
        if (arn.isEmpty()) {
            throw SnsFault.invalid("TopicArn or TargetArn Reason: no value for required parameter");
        }
        return publisher.publish(TopicId.ofArn(arn), input);
    }

    private ObjectNode publishBatch(ObjectNode input, CallContext context) {
        TopicId topic = Input.topic(input);
        JsonNode entries = input.path("PublishBatchRequestEntries");
        check(entries);
        for (JsonNode entry : entries) {
            publisher.check(topic, (ObjectNode) entry);
        }
        ObjectNode answer = Json.object();
        ArrayNode done = answer.putArray("Successful");
        ArrayNode failed = answer.putArray("Failed");
        for (JsonNode entry : entries) {
            String id = entry.path("Id").asText();
            try {
                done.add(publisher.publish(topic, (ObjectNode) entry).put("Id", id));
            } catch (AwsException refused) {
                failed.addObject()
                        .put("Id", id)
                        .put("Code", refused.code())
                        .put("Message", refused.text())
                        .put("SenderFault", refused.status() < 500);
            }
        }
        return answer;
    }

    private static void checkId(String id) {
        String start = "The Id of a batch entry in the batch request ";
        if (id.length() > LONGEST_ID) {
            throw new AwsException(400, "InvalidBatchEntryId", start + "is too long: " + id);
        }
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw new AwsException(400, "InvalidBatchEntryId", start + "contains an impermissible character: " + id);
        }
    }

    private static void check(JsonNode entries) {
        if (entries.isEmpty()) {
            throw new AwsException(400, "EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST) {
            throw new AwsException(
                    400, "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        long bytes = 0;
        for (JsonNode entry : entries) {
            bytes += entry.path("Message").asText().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            throw new AwsException(
                    400, "BatchRequestTooLong", "The length of all the messages put together is more than the limit.");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : entries) {
            checkId(entry.path("Id").asText());
            if (!ids.add(entry.path("Id").asText())) {
                throw new AwsException(
                        400, "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
            }
        }
    }
}
