package sst.local.s3.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sst.local.s3.bucket.ObjectChange;
import sst.local.s3.bucket.S3Exception;
import sst.local.wire.codec.Json;

/**
 * Who wants to know about which changes.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
 *
 * @param id its name
 * @param arn a function, queue or topic
 * @param events such as {@code s3:ObjectCreated:*}
 * @param prefix what keys start with
 * @param suffix what keys end with
 */
public record NotificationRule(String id, String arn, List<String> events, String prefix, String suffix) {
    private static final Set<String> KINDS = Set.of(
            "ObjectCreated",
            "ObjectRemoved",
            "ObjectTagging",
            "ObjectRestore",
            "ObjectAcl",
            "Replication",
            "LifecycleExpiration",
            "LifecycleTransition",
            "IntelligentTiering",
            "ReducedRedundancyLostObject",
            "TestEvent");

    /** Keeps a copy; refuses events that S3 does not have. */
    public NotificationRule {
        events = List.copyOf(events);
        for (String event : events) {
            String[] steps = event.split(":", -1);
            if (steps.length < 2 || !steps[0].equals("s3") || !KINDS.contains(steps[1])) {
                throw S3Exception.invalidArgument("The event is not supported for notifications");
            }
        }
    }

    boolean wants(ObjectChange change) {
        String key = change.object().key();
        return key.startsWith(prefix)
                && key.endsWith(suffix)
                && events.stream().anyMatch(event -> isMeant(event, "s3:" + change.event()));
    }

    private static boolean isMeant(String wanted, String happened) {
        return wanted.endsWith("*")
                ? happened.startsWith(wanted.substring(0, wanted.length() - 1))
                : wanted.equals(happened);
    }

    /** Whether some key and event would have both rules tell. */
    boolean overlaps(NotificationRule other) {
        boolean isSameEvent = events.stream()
                .anyMatch(one -> other.events.stream().anyMatch(two -> isMeant(one, two) || isMeant(two, one)));
        return isSameEvent
                && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
    }

    JsonNode node() {
        ObjectNode node = Json.object()
                .put("id", id)
                .put("arn", arn)
                .put("prefix", prefix)
                .put("suffix", suffix);
        node.set("events", Json.tree(events));
        return node;
    }

    static NotificationRule read(JsonNode node) {
        List<String> events = new ArrayList<>();
        node.path("events").forEach(event -> events.add(event.asText()));
        return new NotificationRule(
                node.path("id").asText(),
                node.path("arn").asText(),
                events,
                node.path("prefix").asText(),
                node.path("suffix").asText());
    }
}
