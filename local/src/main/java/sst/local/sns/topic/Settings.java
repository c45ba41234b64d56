package sst.local.sns.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * The attributes of a subscription.
 * See https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html
 */
public final class Settings {
    private static final Set<String> KNOWN =
            Set.of("FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy", "SubscriptionRoleArn");
    private static final Set<String> UNSUPPORTED = Set.of("DeliveryPolicy", "ReplayPolicy");
    private static final Set<String> WITH_RAW = Set.of("sqs", "http", "https");
    private static final Set<String> PROTOCOLS = Set.of("sqs", "lambda", "http", "https");
    private static final Set<String> ELSEWHERE = Set.of("email", "email-json", "sms", "firehose", "application");

    private Settings() {}

    /** Refuses a target that messages cannot be sent to. */
    public static void checkTarget(TopicId topic, Subscription.Target target) {
        String protocol = target.protocol();
        if (protocol.equals("sms") && !target.endpoint().matches("\\+[0-9]{4,15}")) {
            throw new AwsException(400, "InvalidParameter", "Invalid SMS endpoint: " + target.endpoint());
        }
        if (ELSEWHERE.contains(protocol)) {
            throw SnsFault.unsupported("the protocol " + protocol);
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw SnsFault.invalid("Amazon SNS does not support this protocol string: " + protocol);
        }
        boolean isService = protocol.equals("sqs") || protocol.equals("lambda");
        String start = isService ? "arn:aws:" + protocol + ":" : protocol + "://";
        if (!target.endpoint().startsWith(start)) {
            throw SnsFault.invalid(isService ? upper(protocol) + " endpoint ARN" : "Endpoint");
        }
        checkOrder(topic, target);
    }

    private static String upper(String protocol) {
        return protocol.equals("sqs") ? "SQS" : "Lambda";
    }

    private static void checkOrder(TopicId topic, Subscription.Target target) {
        if (topic.isFifo() && !target.protocol().equals("sqs")) {
            throw SnsFault.invalid("Invalid protocol type: " + target.protocol());
        }
        if (!topic.isFifo() && target.endpoint().endsWith(".fifo")) {
            throw SnsFault.invalid(
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
    }

    /** Lays changes over settings, after checking the whole; an empty value takes a setting away. */
    public static ObjectNode changed(String protocol, ObjectNode now, Map<String, String> changes) {
        ObjectNode all = now.deepCopy();
        changes.forEach((name, value) -> {
            if (UNSUPPORTED.contains(name)) {
                throw SnsFault.unsupported("the subscription attribute " + name);
            }
            if (!KNOWN.contains(name)) {
                throw SnsFault.invalid("AttributeName");
            }
            if (name.equals("RawMessageDelivery") && !value.matches("true|false|")) {
                throw SnsFault.invalid("RawMessageDelivery: Invalid value [" + value + "]. Must be true or false.");
            }
            all.put(name, value);
            if (value.isEmpty()) {
                all.remove(name);
            }
        });
        check(protocol, all);
        return all;
    }

    private static void check(String protocol, ObjectNode all) {
        String scope = all.path("FilterPolicyScope").asText("MessageAttributes");
        if (!scope.equals("MessageAttributes") && !scope.equals("MessageBody")) {
            throw SnsFault.invalid("FilterPolicyScope: Invalid value [" + scope + "]. Please use either MessageBody or"
                    + " MessageAttributes");
        }
        FilterPolicy.check(all.path("FilterPolicy").asText(""), scope);
        if (all.path("RawMessageDelivery").asBoolean() && !WITH_RAW.contains(protocol)) {
            throw SnsFault.invalid(
                    "RawMessageDelivery: Delivery protocol [" + protocol + "] does not support raw message delivery.");
        }
        String redrive = all.path("RedrivePolicy").asText("");
        if (!redrive.isEmpty()) {
            checkRedrive(redrive);
        }
    }

    private static void checkRedrive(String policy) {
        FilterPolicy.checkJson("RedrivePolicy", policy);
        String target = deadLetters(policy);
        if (target.isEmpty()) {
            throw SnsFault.invalid("RedrivePolicy: deadLetterTargetArn is missing");
        }
        if (!target.startsWith("arn:aws:sqs:")) {
            throw SnsFault.invalid("RedrivePolicy: deadLetterTargetArn is an invalid arn");
        }
    }

    /** The queue for messages that could not be delivered; empty when there is none. */
    public static String deadLetters(String redrivePolicy) {
        if (redrivePolicy.isEmpty()) {
            return "";
        }
        return Json.read(redrivePolicy.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .path("deadLetterTargetArn")
                .asText("");
    }
}
