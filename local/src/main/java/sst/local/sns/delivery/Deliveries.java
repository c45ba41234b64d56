package sst.local.sns.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.QueueAccess;
import sst.local.sns.topic.Notification;
import sst.local.sns.topic.Subscription;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Sends messages to subscriptions. Queues have them at once; functions and web addresses get them soon. */
public final class Deliveries implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

    private final FunctionInvoker functions;
    private final QueueAccess queues;
    private final Envelope envelope;
    private final DeadLetters graves;
    private final WebDelivery web;

    /** Deliveries to these functions and queues. */
    public Deliveries(Host host, FunctionInvoker functions, QueueAccess queues) {
        this.functions = functions;
        this.queues = queues;
        this.envelope = new Envelope(host.endpoint());
        this.graves = new DeadLetters(queues);
        this.web = new WebDelivery(host, graves);
    }

    /** Sends a message to a subscription that wants it. */
    public void deliver(Notification message, Subscription subscription) {
        try {
            switch (subscription.target().protocol()) {
                case "sqs" -> queues.send(subscription.target().endpoint(), queueMessage(message, subscription));
                case "lambda" ->
                    functions.invokeLater(
                            subscription.target().endpoint(), Json.write(envelope.event(message, subscription)));
                default -> web.add(subscription, "Notification", message.id(), body(message, subscription));
            }
        } catch (AwsException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    subscription.target().endpoint() + " did not take a message: " + refused.text());
            graves.bury(subscription.setting("RedrivePolicy"), queueMessage(message, subscription));
        }
    }

    private String body(Notification message, Subscription subscription) {
        return subscription.isRaw()
                ? message.message(subscription.target().protocol())
                : envelope.notification(message, subscription).toString();
    }

    private ObjectNode queueMessage(Notification message, Subscription subscription) {
        ObjectNode sent = Json.object().put("MessageBody", body(message, subscription));
        if (subscription.isRaw() && !message.attributes().isEmpty()) {
            sent.set("MessageAttributes", message.attributes());
        }
        if (!message.text("MessageGroupId").isEmpty()) {
            sent.put("MessageGroupId", message.text("MessageGroupId"));
        }
        if (subscription.target().endpoint().endsWith(".fifo")) {
            sent.put("MessageDeduplicationId", message.text("MessageDeduplicationId"));
        }
        return sent;
    }

    /** Asks a web address whether it wants the messages. */
    public void askToConfirm(Subscription subscription, String timestamp) {
        String id = UUID.randomUUID().toString();
        String body = envelope.confirmation(subscription, id, timestamp).toString();
        web.add(subscription, "SubscriptionConfirmation", id, body);
    }

    @Override
    public void close() {
        web.close();
    }
}
