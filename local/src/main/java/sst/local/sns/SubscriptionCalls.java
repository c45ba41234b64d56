package sst.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.sns.delivery.Deliveries;
import sst.local.sns.topic.Settings;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.Subscription;
import sst.local.sns.topic.Subscriptions;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on subscriptions. */
record SubscriptionCalls(Topics topics, Subscriptions subscriptions, Deliveries deliveries, Clock clock) {
    void addTo(Map<String, Operation> operations) {
        operations.put("Subscribe", this::subscribe);
        operations.put("ConfirmSubscription", this::confirm);
        operations.put("Unsubscribe", this::unsubscribe);
        operations.put("ListSubscriptions", this::list);
        operations.put("ListSubscriptionsByTopic", this::listOfTopic);
        operations.put("GetSubscriptionAttributes", this::attributes);
        operations.put("SetSubscriptionAttributes", this::setAttribute);
    }

    private ObjectNode subscribe(ObjectNode input, CallContext context) {
        Subscription.Target target =
                new Subscription.Target(Input.text(input, "Protocol"), Input.text(input, "Endpoint"));
        Subscription made = subscribe(Input.topic(input), target, Input.texts(input.path("Attributes")));
        boolean isShown =
                made.isConfirmed() || input.path("ReturnSubscriptionArn").asBoolean();
        return Json.object().put("SubscriptionArn", isShown ? made.arn() : "pending confirmation");
    }

    /** Makes a subscription, or finds it again when its attributes are the same. */
    synchronized Subscription subscribe(TopicId topic, Subscription.Target target, Map<String, String> attributes) {
        topics.existing(topic);
        Settings.checkTarget(topic, target);
        ObjectNode settings = settings(target, attributes);
        Optional<Subscription> there = subscriptions.of(topic).stream()
                .filter(each -> each.target().equals(target))
                .findFirst();
        if (there.isPresent() && !there.get().settings().equals(settings)) {
            throw SnsFault.invalid("Attributes Reason: Subscription already exists with different attributes");
        }
        Subscription subscription = there.orElseGet(() -> subscriptions.add(topic, target, settings));
        if (!subscription.isConfirmed()) {
            deliveries.askToConfirm(subscription, Publisher.TIME.format(clock.instant()));
        }
        return subscription;
    }

    /** What is wrong with the attributes of a new subscription is told as their fault. */
    private static ObjectNode settings(Subscription.Target target, Map<String, String> attributes) {
        try {
            return Settings.changed(target.protocol(), Json.object(), attributes);
        } catch (AwsException refused) {
            throw SnsFault.ofAttributes(refused);
        }
    }

    private ObjectNode confirm(ObjectNode input, CallContext context) {
        String token = Input.text(input, "Token");
        if (!token.matches("[0-9a-f]{32,}")) {
            throw new AwsException(400, "InvalidParameter", "Invalid token");
        }
        Subscription found = subscriptions.of(Input.topic(input)).stream()
                .filter(each -> each.token().equals(token))
                .findFirst()
                .orElseThrow(() -> SnsFault.invalid("Token"));
        subscriptions.save(new Subscription(found.arn(), found.target(), found.settings(), ""));
        return Json.object().put("SubscriptionArn", found.arn());
    }

    private ObjectNode unsubscribe(ObjectNode input, CallContext context) {
        String arn = input.path("SubscriptionArn").asText("");
        Subscriptions.checkArn(arn);
        subscriptions.remove(arn);
        return Json.object();
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        return Input.page("Subscriptions", shown(subscriptions.in(context.region())), input);
    }

    private ObjectNode listOfTopic(ObjectNode input, CallContext context) {
        TopicId topic = Input.topic(input);
        topics.existing(topic);
        return Input.page("Subscriptions", shown(subscriptions.of(topic)), input);
    }

    private static List<ObjectNode> shown(List<Subscription> all) {
        return all.stream()
                .map(each -> Json.object()
                        .put("SubscriptionArn", each.isConfirmed() ? each.arn() : "PendingConfirmation")
                        .put("Owner", CallContext.ACCOUNT)
                        .put("Protocol", each.target().protocol())
                        .put("Endpoint", each.target().endpoint())
                        .put("TopicArn", each.topic().arn()))
                .toList();
    }

    private ObjectNode attributes(ObjectNode input, CallContext context) {
        Subscription found = subscriptions.existing(Input.text(input, "SubscriptionArn"));
        Map<String, String> all = new TreeMap<>(Map.of("RawMessageDelivery", "false"));
        all.putAll(Input.texts(found.settings()));
        if (all.containsKey("FilterPolicy")) {
            all.putIfAbsent("FilterPolicyScope", "MessageAttributes");
        }
        all.put("SubscriptionArn", found.arn());
        all.put("TopicArn", found.topic().arn());
        all.put("Protocol", found.target().protocol());
        all.put("Endpoint", found.target().endpoint());
        all.put("Owner", CallContext.ACCOUNT);
        all.put("PendingConfirmation", Boolean.toString(!found.isConfirmed()));
        all.put("ConfirmationWasAuthenticated", Boolean.toString(found.isConfirmed()));
        return Json.object().set("Attributes", Input.entries(all));
    }

    private ObjectNode setAttribute(ObjectNode input, CallContext context) {
        String value = input.path("AttributeValue").asText("");
        Map<String, String> changes = Map.of(Input.text(input, "AttributeName"), value);
        change(subscriptions.existing(Input.text(input, "SubscriptionArn")), changes);
        return Json.object();
    }

    /** Changes attributes; an empty value takes one away. */
    void change(Subscription found, Map<String, String> changes) {
        ObjectNode settings = Settings.changed(found.target().protocol(), (ObjectNode) found.settings(), changes);
        subscriptions.save(new Subscription(found.arn(), found.target(), settings, found.token()));
    }
}
