package sst.local.sns.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The subscriptions, by region, topic and id. */
public final class Subscriptions {
    private static final int ARN_PARTS = 7;
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final NavigableMap<String, JsonNode> records;

    /** The subscriptions that the store holds. */
    public Subscriptions(Store store) {
        this.records = store.json("sns.subscriptions");
    }

    private static String key(String arn) {
        TopicId topic = TopicId.ofArn(arn);
        return topic.key() + "/" + arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** Refuses what is no ARN of a subscription. */
    public static void checkArn(String arn) {
        if (arn.isEmpty()) {
            throw SnsFault.invalid("SubscriptionArn Reason: no value for required parameter");
        }
        int parts = arn.split(":", -1).length;
        if (parts < ARN_PARTS - 1) {
            throw SnsFault.invalid("SubscriptionArn Reason: An ARN must have at least 6 elements, not " + parts);
        }
        if (parts < ARN_PARTS || !arn.substring(arn.lastIndexOf(':') + 1).matches(UUID_FORM)) {
            throw SnsFault.invalid("SubscriptionId");
        }
    }

    /** Keeps a new subscription. */
    public Subscription add(TopicId topic, Subscription.Target target, ObjectNode settings) {
        boolean isWeb = target.protocol().startsWith("http");
        Subscription made = new Subscription(
                topic.arn() + ":" + UUID.randomUUID(),
                target,
                settings,
                isWeb ? UUID.randomUUID().toString().replace("-", "") : "");
        save(made);
        return made;
    }

    /** Keeps a subscription as it is now. */
    public void save(Subscription subscription) {
        ObjectNode record = Json.object()
                .put("Protocol", subscription.target().protocol())
                .put("Endpoint", subscription.target().endpoint())
                .put("Token", subscription.token());
        record.set("Settings", subscription.settings());
        records.put(key(subscription.arn()), record);
    }

    /** A subscription by its ARN. */
    public Optional<Subscription> find(String arn) {
        return Optional.ofNullable(records.get(key(arn))).map(record -> read(arn, record));
    }

    /** A subscription by its ARN; {@code NotFound} when there is none. */
    public Subscription existing(String arn) {
        return find(arn).orElseThrow(() -> SnsFault.missing("Subscription"));
    }

    /** Forgets a subscription. */
    public void remove(String arn) {
        records.remove(key(arn));
    }

    /** The subscriptions of a topic. */
    public List<Subscription> of(TopicId topic) {
        return below(topic.key() + "/");
    }

    /** The subscriptions of a region. */
    public List<Subscription> in(String region) {
        return below(region + "/");
    }

    private List<Subscription> below(String prefix) {
        return records.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(Subscriptions::read)
                .toList();
    }

    private static Subscription read(Map.Entry<String, JsonNode> entry) {
        String[] steps = entry.getKey().split("/", -1);
        return read(new TopicId(steps[0], steps[1]).arn() + ":" + steps[2], entry.getValue());
    }

    private static Subscription read(String arn, JsonNode record) {
        Subscription.Target target = new Subscription.Target(
                record.path("Protocol").asText(), record.path("Endpoint").asText());
        return new Subscription(
                arn, target, record.path("Settings"), record.path("Token").asText());
    }
}
