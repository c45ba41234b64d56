package sst.local.sns.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.local.pattern.EventPatterns;
import sst.local.wire.codec.Json;

/**
 * Which messages a subscription wants, by their attributes or by their body.
 * See https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
public final class FilterPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "MessageBody";
    private static final int MOST_KEYS = 5;
    private static final int MOST_COMBINATIONS = 150;

    private final EventPatterns patterns = new EventPatterns();

    /**
     * Refuses a policy that cannot be read.
     *
     * @throws sst.local.wire.AwsException {@code InvalidParameter} with the reason
     */
    public static void check(String policy, String scope) {
        if (policy.isEmpty() || policy.equals("{}")) {
            return;
        }
        checkJson("FilterPolicy", policy);
        EventPatterns.fault(policy).ifPresent(fault -> {
            throw SnsFault.invalid("FilterPolicy: " + fault);
        });
        if (!scope.equals(BODY)) {
            checkFlat(policy);
        }
        checkSize(read(policy));
    }

    /** Refuses an attribute that is no JSON, with the parser's words as AWS gives them. */
    static void checkJson(String attribute, String text) {
        try {
            JsonNode unused = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw SnsFault.invalid(attribute + ": failed to parse JSON. " + broken.getOriginalMessage()
                    + "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: "
                    + broken.getLocation().getLineNr() + ", column: "
                    + broken.getLocation().getColumnNr() + "]");
        }
    }

    /** See https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
    private static void checkSize(JsonNode policy) {
        List<Long> leaves = new ArrayList<>();
        count(policy, leaves, 1);
        if (leaves.size() > MOST_KEYS) {
            throw SnsFault.invalid("FilterPolicy: Filter policy can not have more than " + MOST_KEYS + " keys");
        }
        long combinations = leaves.stream().reduce(1L, (one, two) -> Math.min(one * two, MOST_COMBINATIONS + 1L));
        if (combinations > MOST_COMBINATIONS) {
            throw SnsFault.invalid("FilterPolicy: Filter policy is too complex");
        }
    }

    /** Adds for each key how many values it has, times how deep it lies. */
    private static void count(JsonNode node, List<Long> leaves, int depth) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("$or")) {
                entry.getValue().forEach(choice -> count(choice, leaves, depth));
            } else if (entry.getValue().isObject()) {
                count(entry.getValue(), leaves, depth + 1);
            } else {
                leaves.add((long) entry.getValue().size() * depth);
            }
        });
    }

    private static void checkFlat(String policy) {
        for (Map.Entry<String, JsonNode> entry : read(policy).properties()) {
            if (entry.getValue().isObject()) {
                throw SnsFault.invalid("Filter policy scope MessageAttributes does not support nested filter policy");
            }
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    /** Whether the subscription wants the message. */
    public boolean takes(Subscription subscription, Notification message) {
        String policy = subscription.setting("FilterPolicy");
        if (policy.isEmpty() || policy.equals("{}")) {
            return true;
        }
        boolean isBody = subscription.setting("FilterPolicyScope").equals(BODY);
        JsonNode event =
                isBody ? read(message.message(subscription.target().protocol())) : attributes(message.attributes());
        return event.isObject() && patterns.matches(policy, event);
    }

    private static ObjectNode attributes(JsonNode attributes) {
        ObjectNode event = Json.object();
        attributes.properties().forEach(entry -> {
            String type = entry.getValue().path("DataType").asText();
            String value = entry.getValue().path("StringValue").asText();
            if (type.equals("Number") || type.equals("String.Array")) {
                event.set(entry.getKey(), read(value));
            } else if (!type.startsWith("Binary")) {
                event.put(entry.getKey(), value);
            }
        });
        return event;
    }
}
