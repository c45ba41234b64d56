package sst.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import sst.local.s3.event.NotificationRule;
import sst.local.s3.event.NotificationRules;

/** Notification rules as templates write them: those of a bucket, and those of the CDK's custom resource. */
final class NotificationProperties {
    private NotificationProperties() {}

    /**
     * The rules of {@code AWS::S3::Bucket}.
     * See https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html
     */
    static NotificationRules ofBucket(JsonNode configuration) {
        List<NotificationRule> all = new ArrayList<>();
        for (String kind : List.of("Lambda", "Queue", "Topic")) {
            String arn = kind.equals("Lambda") ? "Function" : kind;
            for (JsonNode each : configuration.path(kind + "Configurations")) {
                JsonNode filters = each.path("Filter").path("S3Key").path("Rules");
                all.add(new NotificationRule(
                        kind + all.size(),
                        each.path(arn).asText(),
                        List.of(each.path("Event").asText()),
                        filter(filters, "prefix"),
                        filter(filters, "suffix")));
            }
        }
        JsonNode bus = configuration.path("EventBridgeConfiguration");
        return new NotificationRules(
                all, bus.isObject() && bus.path("EventBridgeEnabled").asBoolean(true));
    }

    /** The rules of the CDK's {@code Custom::S3BucketNotifications}, which are those of S3's own call. */
    static NotificationRules ofCustom(JsonNode configuration, String id) {
        List<NotificationRule> all = new ArrayList<>();
        for (String kind : List.of("LambdaFunction", "Queue", "Topic")) {
            for (JsonNode each : configuration.path(kind + "Configurations")) {
                JsonNode filters = each.path("Filter").path("Key").path("FilterRules");
                List<String> events = StreamSupport.stream(each.path("Events").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                all.add(new NotificationRule(
                        each.path("Id").asText(id + "-" + all.size()),
                        each.path(kind + "Arn").asText(),
                        events,
                        filter(filters, "prefix"),
                        filter(filters, "suffix")));
            }
        }
        return new NotificationRules(all, configuration.has("EventBridgeConfiguration"));
    }

    private static String filter(JsonNode filters, String name) {
        for (JsonNode filter : filters) {
            if (filter.path("Name").asText().equalsIgnoreCase(name)) {
                return filter.path("Value").asText();
            }
        }
        return "";
    }
}
