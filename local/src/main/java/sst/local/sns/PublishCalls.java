package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    void addTo(Map<String, Operation> operations) {
        operations.put("Publish", this::publish);
        operations.put("PublishBatch", this::publishBatch);
    }

    private ObjectNode publish(ObjectNode input, CallContext context) {
        if (input.has("PhoneNumber")) {
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

    private static void check(JsonNode entries) {
        if (entries.isEmpty()) {
            throw new AwsException(400, "EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST) {
            throw new AwsException(
                    400, "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : entries) {
            if (!entry.path("Id").asText().matches("[A-Za-z0-9_-]{1,80}")) {
                throw new AwsException(
                        400,
                        "InvalidBatchEntryId",
                        "The Id of a batch entry in a batch request doesn't abide by the specification.");
            }
            if (!ids.add(entry.path("Id").asText())) {
                throw new AwsException(
                        400, "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
            }
        }
    }
}
