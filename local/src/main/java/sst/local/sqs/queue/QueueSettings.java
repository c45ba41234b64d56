package sst.local.sqs.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;

/**
 * A queue's attributes, checked.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 *
 * @param values by AWS's names, with every default
 */
public record QueueSettings(Map<String, String> values) {
    /** Attributes that the queue has by itself. */
    public static final Set<String> COMPUTED = Set.of(
            "QueueArn",
            "CreatedTimestamp",
            "LastModifiedTimestamp",
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Range> NUMBERS = Map.of(
            "VisibilityTimeout", new Range(0, 43_200, "30"),
            "DelaySeconds", new Range(0, 900, "0"),
            "MaximumMessageSize", new Range(1024, 1_048_576, "1048576"),
            "MessageRetentionPeriod", new Range(60, 1_209_600, "345600"),
            "ReceiveMessageWaitTimeSeconds", new Range(0, 20, "0"),
            "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400, ""));
    private static final Set<String> TEXTS = Set.of("Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "SqsManagedSseEnabled", Set.of("true", "false"),
            "FifoQueue", Set.of("true"),
            "ContentBasedDeduplication", Set.of("true", "false"),
            "DeduplicationScope", Set.of("queue", "messageGroup"),
            "FifoThroughputLimit", Set.of("perQueue", "perMessageGroupId"));
    private static final Set<String> FIFO_ONLY =
            Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

    private static final Set<String> HIGH_THROUGHPUT = Set.of("DeduplicationScope", "FifoThroughputLimit");

    private record Range(long least, long most, String standard) {
        boolean has(String text) {
            return text.matches("[0-9]{1,9}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
        }
    }

    /** Where messages go that were received too often. */
    public record Redrive(String targetArn, int maxReceiveCount) {}

    /** Keeps a copy. */
    public QueueSettings {
        values = Map.copyOf(values);
    }

    /** Whether an attribute of that name exists at all. */
    public static boolean isKnown(String name) {
        return NUMBERS.containsKey(name)
                || TEXTS.contains(name)
                || CHOICES.containsKey(name)
                || COMPUTED.contains(name);
    }

    /** The defaults of a new queue. */
    public static QueueSettings initial(QueueId queue) {
        Map<String, String> values = new TreeMap<>();
        NUMBERS.forEach((name, range) -> {
            if (!range.standard().isEmpty()) {
                values.put(name, range.standard());
            }
        });
        values.put("SqsManagedSseEnabled", "true");
        if (queue.isFifo()) {
            values.put("FifoQueue", "true");
            values.put("ContentBasedDeduplication", "false");
            values.put("DeduplicationScope", "queue");
            values.put("FifoThroughputLimit", "perQueue");
        }
        return new QueueSettings(values);
    }

    /** These settings with some changed; an empty text takes a policy away. */
    public QueueSettings with(Map<String, String> changes, QueueId queue) {
        Map<String, String> all = new TreeMap<>(values);
        changes.forEach((name, value) -> {
            check(name, value, queue);
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return new QueueSettings(all);
    }

    private static void check(String name, String value, QueueId queue) {
        boolean isFifoOnly = FIFO_ONLY.contains(name) && !queue.isFifo();
        if (isFifoOnly && HIGH_THROUGHPUT.contains(name)) {
            throw SqsFault.notForStandard(name);
        }
        if (!isKnown(name) || COMPUTED.contains(name) || isFifoOnly) {
            throw SqsFault.unknownAttribute(name);
        }
        Range range = NUMBERS.get(name);
        boolean isWrongNumber = range != null && !range.has(value);
        boolean isWrongChoice = CHOICES.containsKey(name)
                && !CHOICES.getOrDefault(name, Set.of()).contains(value);
        if (isWrongNumber || isWrongChoice) {
            throw SqsFault.badAttribute(name);
        }
        if (TEXTS.contains(name) && !name.equals("KmsMasterKeyId") && !value.isEmpty()) {
            json(name, value);
        }
        if (name.equals("RedrivePolicy") && !value.isEmpty()) {
            checkRedrive(value, json(name, value), queue);
        }
    }

    private static void checkRedrive(String text, JsonNode policy, QueueId queue) {
        for (String member : List.of("deadLetterTargetArn", "maxReceiveCount")) {
            if (!policy.has(member)) {
                throw SqsFault.invalid(
                        "RedrivePolicy", text, "Redrive policy does not contain mandatory attribute: " + member + ".");
            }
        }
        int most = policy.path("maxReceiveCount").asInt(0);
        if (most < 1 || most > 1000) {
            String given = policy.path("maxReceiveCount").asText();
            throw SqsFault.invalid(
                    "RedrivePolicy",
                    text,
                    "Invalid value for maxReceiveCount: " + given
                            + ", valid values are from 1 to 1000 both inclusive.");
        }
        if (policy.path("deadLetterTargetArn").asText().endsWith(".fifo") != queue.isFifo()) {
            throw SqsFault.invalid(
                    "RedrivePolicy", text, "Dead-letter queue must be same type of queue as the source.");
        }
    }

    private static JsonNode json(String name, String value) {
        try {
            JsonNode tree = JSON.readTree(value);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException broken) {
            throw SqsFault.badAttribute(name);
        }
        throw SqsFault.badAttribute(name);
    }

    /** A number among the attributes. */
    public int number(String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }

    /** Whether a switch is on. */
    public boolean is(String name, String value) {
        return value.equals(values.get(name));
    }

    /** Where messages go that were received too often; empty when nowhere. */
    public Optional<Redrive> redrive() {
        return Optional.ofNullable(values.get("RedrivePolicy"))
                .map(text -> json("RedrivePolicy", text))
                .map(policy -> new Redrive(
                        policy.path("deadLetterTargetArn").asText(),
                        policy.path("maxReceiveCount").asInt()));
    }
}
