package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sst.local.sqs.message.Digests;
import sst.local.sqs.message.NewMessage;
import sst.local.sqs.message.SqsFault;
import sst.local.sqs.queue.Queue;
import sst.local.sqs.queue.QueueSettings;
import sst.local.wire.codec.Json;

/**
 * Reads and checks a message to send.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
final class MessageReader {
    private static final Pattern ID = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");
    private static final Pattern NAME = Pattern.compile("(?!(?i:aws|amazon)\\.)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
    private static final int MOST_ATTRIBUTES = 10;
    private static final int LONGEST_DELAY = 900;
    private static final String SENDER = "AIDAIENQZJOLO23YVJ4VO";
    private static final Set<String> SYSTEM = Set.of("AWSTraceHeader");

    private final Queue queue;
    private final QueueSettings settings;

    MessageReader(Queue queue) {
        this.queue = queue;
        this.settings = queue.settings();
    }

    /** What makes a FIFO queue refuse a batch as a whole. */
    void checkOrder(JsonNode entries) {
        for (JsonNode entry : entries) {
            if (queue.id().isFifo() && entry instanceof ObjectNode message) {
                String unused = id(message, "MessageGroupId");
                unused = deduplication(message, message.path("MessageBody").asText());
            }
        }
    }

    NewMessage read(ObjectNode input) {
        String body = Input.text(input, "MessageBody");
        checkText(body);
        checkAttributes(input.path("MessageAttributes"));
        checkSize(input);
        ObjectNode content = Json.object().put("Body", body);
        if (!input.path("MessageAttributes").isEmpty()) {
            content.set("MessageAttributes", input.path("MessageAttributes"));
        }
        ObjectNode system = content.putObject("System").put("SenderId", SENDER);
        input.path("MessageSystemAttributes").properties().forEach(entry -> {
            if (!SYSTEM.contains(entry.getKey())) {
                throw SqsFault.invalid("Message system attribute name '" + entry.getKey() + "' is invalid.");
            }
            system.put(entry.getKey(), entry.getValue().path("StringValue").asText());
        });
        String group = id(input, "MessageGroupId");
        String deduplication = deduplication(input, body);
        if (!deduplication.isEmpty()) {
            system.put("MessageDeduplicationId", deduplication);
        }
        return new NewMessage(content, group, deduplication, delay(input));
    }

    private String id(ObjectNode input, String name) {
        String id = input.path(name).asText();
        if (input.hasNonNull(name) && !ID.matcher(id).matches()) {
            throw SqsFault.invalid(
                    name, id, name + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
        if (id.isEmpty() && name.equals("MessageGroupId") && queue.id().isFifo()) {
            throw SqsFault.missing(name);
        }
        return id;
    }

    private String deduplication(ObjectNode input, String body) {
        String id = id(input, "MessageDeduplicationId");
        if (!queue.id().isFifo()) {
            if (!id.isEmpty()) {
                throw notForThisType("MessageDeduplicationId", id);
            }
            return "";
        }
        if (!id.isEmpty()) {
            return id;
        }
        if (settings.is("ContentBasedDeduplication", "true")) {
            return Digests.sha256(body);
        }
        throw SqsFault.invalid(
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided"
                        + " explicitly");
    }

    private static RuntimeException notForThisType(String name, String value) {
        return SqsFault.invalid(name, value, "The request include parameter that is not valid for this queue type.");
    }

    private int delay(ObjectNode input) {
        int delay = Input.number(input, new Input.Bounds("DelaySeconds", -1, 0, LONGEST_DELAY));
        if (delay > 0 && queue.id().isFifo()) {
            throw notForThisType("DelaySeconds", Integer.toString(delay));
        }
        return queue.id().isFifo() ? -1 : delay;
    }

    private static void checkText(String body) {
        boolean isAllowed = body.codePoints()
                .allMatch(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
        if (!isAllowed) {
            throw SqsFault.named(
                    "InvalidMessageContents",
                    "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF |"
                            + " #xE000 to #xFFFD | #x10000 to #x10FFFF");
        }
    }

    private static void checkAttributes(JsonNode attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw SqsFault.invalid(
                    "Number of message attributes [" + attributes.size() + "] exceeds the allowed maximum [10].");
        }
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            checkAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static void checkAttribute(String name, JsonNode value) {
        if (!NAME.matcher(name).matches()) {
            throw SqsFault.invalid("The message attribute name '" + name + "' is invalid.");
        }
        String type = value.path("DataType").asText();
        if (!TYPE.matcher(type).matches()) {
            throw SqsFault.invalid("The message attribute '" + name
                    + "' has an invalid message attribute type, the set of supported type prefixes is Binary, Number,"
                    + " and String.");
        }
        String member = type.startsWith("Binary") ? "BinaryValue" : "StringValue";
        if (value.path(member).asText().isEmpty()) {
            throw SqsFault.invalid(
                    "Message (user) attribute '" + name + "' must contain a non-empty value of type '" + type + "'.");
        }
        if (type.startsWith("Number") && !isNumber(value.path(member).asText())) {
            throw SqsFault.invalid("Can't cast the value of message (user) attribute '" + name + "' to a number.");
        }
    }

    private static boolean isNumber(String text) {
        try {
            return new java.math.BigDecimal(text).precision() > 0;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private void checkSize(ObjectNode input) {
        int most = settings.number("MaximumMessageSize");
        if (size(input) > most) {
            throw SqsFault.invalid(
                    "One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
        }
    }

    /** Body and attributes together, as SQS counts them. */
    static long size(ObjectNode input) {
        long size = bytes(input.path("MessageBody").asText());
        for (Map.Entry<String, JsonNode> attribute :
                input.path("MessageAttributes").properties()) {
            JsonNode value = attribute.getValue();
            size += bytes(attribute.getKey()) + bytes(value.path("DataType").asText());
            size += value.has("BinaryValue")
                    ? binary(value.path("BinaryValue").asText())
                    : bytes(value.path("StringValue").asText());
        }
        return size;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long binary(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException broken) {
            throw SqsFault.invalid("A binary message attribute is not base64.");
        }
    }
}
