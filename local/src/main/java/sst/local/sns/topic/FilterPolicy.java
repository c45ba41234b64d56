package sst.local.sns.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        EventPatterns.fault(policy).ifPresent(fault -> {
            throw SnsFault.invalid("FilterPolicy: " + fault);
        });
        if (!scope.equals(BODY)) {
            checkFlat(policy);
        }
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
