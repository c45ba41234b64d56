package sst.local.s3.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sst.local.s3.bucket.S3Exception;

/**
 * All that is told of a bucket.
 *
 * @param rules who is told
 * @param isOnBus whether the region's default event bus is told everything
 */
public record NotificationRules(List<NotificationRule> rules, boolean isOnBus) {
    /** Keeps a copy; refuses rules of which two would tell of the same change. */
    public NotificationRules {
        rules = List.copyOf(rules);
        for (int one = 0; one < rules.size(); one++) {
            for (int two = one + 1; two < rules.size(); two++) {
                if (rules.get(one).overlaps(rules.get(two))) {
                    throw S3Exception.invalidArgument(
                            "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the"
                                    + " prefixes are overlapping for the same event type.");
                }
            }
        }
    }

    /** What the bucket's record says. */
    public static NotificationRules of(JsonNode bucket) {
        List<NotificationRule> rules = new ArrayList<>();
        bucket.path("notifications").forEach(node -> rules.add(NotificationRule.read(node)));
        return new NotificationRules(rules, bucket.path("onBus").asBoolean());
    }

    /** Lays the rules into a bucket's record. */
    public void putInto(ObjectNode bucket) {
        ArrayNode all = bucket.putArray("notifications");
        rules.forEach(rule -> all.add(rule.node()));
        bucket.put("onBus", isOnBus);
    }
}
