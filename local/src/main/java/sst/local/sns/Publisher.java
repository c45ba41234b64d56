package sst.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import sst.local.sns.delivery.Deliveries;
import sst.local.sns.topic.FilterPolicy;
import sst.local.sns.topic.Notification;
import sst.local.sns.topic.Order;
import sst.local.sns.topic.Subscription;
import sst.local.sns.topic.Subscriptions;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;
import sst.local.wire.codec.Json;

/** Checks a message and sends it to the subscriptions that want it. */
final class Publisher {
    /** Milliseconds, always three digits of them. */
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Topics topics;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Order order;
    private final Clock clock;
    private final FilterPolicy filter = new FilterPolicy();

    Publisher(Records records, Deliveries deliveries, Clock clock) {
        this.topics = records.topics();
        this.subscriptions = records.subscriptions();
        this.order = records.order();
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What SNS keeps. */
    record Records(Topics topics, Subscriptions subscriptions, Order order) {}

    /** Refuses a message for which SNS refuses the whole batch. */
    void check(TopicId topic, ObjectNode input) {
        boolean isByContent = isByContent(topic);
        ObjectNode message = input.deepCopy();
        if (!topic.isFifo()) {
            message.remove("MessageDeduplicationId");
        }
        MessageRules.check(topic, message);
        if (topic.isFifo()) {
            ObjectNode unused = MessageRules.deduplicated(message, isByContent);
        }
    }

    private boolean isByContent(TopicId topic) {
        return topics.existing(topic)
                .path("Attributes")
                .path("ContentBasedDeduplication")
                .asBoolean();
    }

    ObjectNode publish(TopicId topic, ObjectNode input) {
        boolean isByContent = isByContent(topic);
        MessageRules.check(topic, input);
        if (!topic.isFifo()) {
            String id = UUID.randomUUID().toString();
            send(topic, id, input);
            return Json.object().put("MessageId", id);
        }
        return publishInOrder(topic, MessageRules.deduplicated(input, isByContent));
    }

    private synchronized ObjectNode publishInOrder(TopicId topic, ObjectNode input) {
        String deduplicationId = input.path("MessageDeduplicationId").asText();
        Optional<ObjectNode> before = order.before(topic, deduplicationId);
        if (before.isPresent()) {
            return before.get();
        }
        String id = UUID.randomUUID().toString();
        String sequence = order.next(topic);
        ObjectNode answer = Json.object().put("MessageId", id).put("SequenceNumber", sequence);
        order.remember(topic, deduplicationId, answer);
        send(topic, id, input.put("SequenceNumber", sequence));
        return answer;
    }

    private void send(TopicId topic, String id, ObjectNode input) {
        Notification message = new Notification(topic, id, TIME.format(clock.instant()), input);
        for (Subscription subscription : subscriptions.of(topic)) {
            if (subscription.isConfirmed() && filter.takes(subscription, message)) {
                deliveries.deliver(message, subscription);
            }
        }
    }
}
