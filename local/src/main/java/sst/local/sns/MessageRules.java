package sst.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import sst.local.sns.topic.Order;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.TopicId;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** What a message must be. See https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
final class MessageRules {
    private static final int MOST_BYTES = 262_144;
    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7E]{1,99}");

    private MessageRules() {}

    static void check(TopicId topic, ObjectNode input) {
        String message = input.path("Message").asText("");
        if (message.isEmpty()) {
            throw SnsFault.invalid("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw SnsFault.invalid("Message too long");
        }
        if (input.has("Subject")
                && !SUBJECT.matcher(input.path("Subject").asText()).matches()) {
            throw SnsFault.invalid("Subject");
        }
        checkStructure(input, message);
        input.path("MessageAttributes").properties().forEach(AttributeRules::check);
        checkOrder(topic, input);
    }

    private static void checkStructure(ObjectNode input, String message) {
        String structure = input.path("MessageStructure").asText("");
        if (structure.isEmpty()) {
            return;
        }
        if (!structure.equals("json")) {
            throw SnsFault.invalid("MessageStructure");
        }
        try {
            if (!Json.read(message.getBytes(StandardCharsets.UTF_8))
                    .path("default")
                    .isTextual()) {
                throw SnsFault.invalid("Message Structure - No default entry in JSON message body");
            }
        } catch (AwsException notJson) {
            throw notJson.code().equals("InvalidParameter")
                    ? notJson
                    : SnsFault.invalid("Message Structure - JSON message body failed to parse");
        }
    }

    private static void checkOrder(TopicId topic, ObjectNode input) {
        boolean hasGroup = !input.path("MessageGroupId").asText("").isEmpty();
        boolean hasDeduplication =
                !input.path("MessageDeduplicationId").asText("").isEmpty();
        if (topic.isFifo() && !hasGroup) {
            throw SnsFault.invalid("The MessageGroupId parameter is required for FIFO topics");
        }
        if (!topic.isFifo() && hasDeduplication) {
            throw SnsFault.invalid(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter"
                            + " that is not valid for this topic type");
        }
    }

    /** A message for a FIFO topic with its deduplication id. */
    static ObjectNode deduplicated(ObjectNode input, boolean isByContent) {
        if (!input.path("MessageDeduplicationId").asText("").isEmpty()) {
            return input;
        }
        if (!isByContent) {
            throw SnsFault.invalid("The topic should either have ContentBasedDeduplication enabled or"
                    + " MessageDeduplicationId provided explicitly");
        }
        return input.put(
                "MessageDeduplicationId", Order.ofContent(input.path("Message").asText()));
    }
}
