package sst.local.sns.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import sst.local.sns.topic.Notification;
import sst.local.sns.topic.Subscription;
import sst.local.wire.codec.Json;

/**
 * A message as subscribers see it. The local cloud has no certificate of AWS's, so the signature is empty.
 * See https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 *
 * @param endpoint the gateway's own address
 */
record Envelope(String endpoint) {
    /** The form of queues and web addresses. */
    ObjectNode notification(Notification message, Subscription subscription) {
        ObjectNode envelope = start("Notification", message, subscription.target());
        envelope.put("UnsubscribeURL", unsubscribe(subscription.arn()));
        ObjectNode attributes = attributes(message.attributes());
        return attributes.isEmpty() ? envelope : envelope.set("MessageAttributes", attributes);
    }

    private static ObjectNode start(String type, Notification message, Subscription.Target target) {
        ObjectNode envelope = Json.object().put("Type", type).put("MessageId", message.id());
        if (!message.text("SequenceNumber").isEmpty()) {
            envelope.put("SequenceNumber", message.text("SequenceNumber"));
        }
        envelope.put("TopicArn", message.topic().arn());
        if (!message.text("Subject").isEmpty()) {
            envelope.put("Subject", message.text("Subject"));
        }
        return envelope.put("Message", message.message(target.protocol()))
                .put("Timestamp", message.timestamp())
                .put("SignatureVersion", "1")
                .put("Signature", "")
                .put("SigningCertURL", "");
    }

    private String unsubscribe(String arn) {
        return endpoint + "/?Action=Unsubscribe&SubscriptionArn=" + URLEncoder.encode(arn, StandardCharsets.UTF_8);
    }

    private static ObjectNode attributes(JsonNode given) {
        ObjectNode attributes = Json.object();
        given.properties().forEach(entry -> attributes
                .putObject(entry.getKey())
                .put("Type", entry.getValue().path("DataType").asText())
                .put("Value", value(entry.getValue())));
        return attributes;
    }

    private static String value(JsonNode attribute) {
        return attribute
                .path(attribute.has("BinaryValue") ? "BinaryValue" : "StringValue")
                .asText();
    }

    /** The form of functions. See https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
    ObjectNode event(Notification message, Subscription subscription) {
        ObjectNode sns = start("Notification", message, subscription.target());
        sns.remove("SigningCertURL");
        if (!sns.has("Subject")) {
            sns.putNull("Subject");
        }
        sns.put("SigningCertUrl", "").put("UnsubscribeUrl", unsubscribe(subscription.arn()));
        sns.set("MessageAttributes", attributes(message.attributes()));
        ObjectNode event = Json.object();
        ObjectNode entry = event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", subscription.arn());
        entry.set("Sns", sns);
        return event;
    }

    /** What asks a web address whether it wants the topic's messages. */
    ObjectNode confirmation(Subscription subscription, String id, String timestamp) {
        String topic = subscription.topic().arn();
        return Json.object()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", id)
                .put("Token", subscription.token())
                .put("TopicArn", topic)
                .put(
                        "Message",
                        "You have chosen to subscribe to the topic " + topic
                                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.")
                .put(
                        "SubscribeURL",
                        endpoint + "/?Action=ConfirmSubscription&TopicArn="
                                + URLEncoder.encode(topic, StandardCharsets.UTF_8) + "&Token=" + subscription.token())
                .put("Timestamp", timestamp)
                .put("SignatureVersion", "1")
                .put("Signature", "")
                .put("SigningCertURL", "");
    }
}
