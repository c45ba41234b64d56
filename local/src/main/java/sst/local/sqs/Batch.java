package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import sst.local.sqs.message.SqsFault;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * Up to ten calls in one: the batch as a whole is checked first, then each entry succeeds or fails by itself.
 *
 * @param entryType AWS's name of an entry, for the text of the error
 */
record Batch(String entryType) {
    private static final int MOST = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    ObjectNode run(ObjectNode input, Function<ObjectNode, ObjectNode> call) {
        check(input.path("Entries"));
        ObjectNode answer = Json.object();
        ArrayNode done = answer.putArray("Successful");
        ArrayNode failed = answer.putArray("Failed");
        for (JsonNode entry : input.path("Entries")) {
            String id = entry.path("Id").asText();
            try {
                done.add(call.apply((ObjectNode) entry).put("Id", id));
            } catch (AwsException error) {
                failed.addObject()
                        .put("Id", id)
                        .put("SenderFault", error.status() < 500)
                        .put(
                                "Code",
                                error.members()
                                        .getOrDefault(AwsException.QUERY_CODE, error.code())
                                        .toString())
                        .put("Message", error.text());
            }
        }
        return answer;
    }

    /** Checks the batch as a whole. */
    void check(JsonNode entries) {
        if (entries.isEmpty()) {
            throw SqsFault.named("EmptyBatchRequest", "There should be at least one " + entryType + " in the request.");
        }
        if (entries.size() > MOST) {
            throw SqsFault.named(
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : entries) {
            String id = entry.path("Id").asText();
            if (!entry.isObject() || !ID.matcher(id).matches()) {
                throw SqsFault.named(
                        "InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be"
                                + " at most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw SqsFault.named("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            }
        }
    }
}
