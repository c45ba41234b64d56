package sst.local.s3.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.s3.event.BucketNotifications;
import sst.local.s3.event.NotificationRule;
import sst.local.s3.event.NotificationRules;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Xml;

/** The calls on what a bucket tells of. */
record NotificationCalls(Buckets buckets, Supplier<BucketNotifications> notifications) {
    /** The element of a rule by the service of its ARN, and that of the ARN in it. */
    private static final Map<String, List<String>> KINDS = kinds();

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("lambda", List.of("CloudFunctionConfiguration", "CloudFunction"));
        kinds.put("sqs", List.of("QueueConfiguration", "Queue"));
        kinds.put("sns", List.of("TopicConfiguration", "Topic"));
        return kinds;
    }

    void addTo(Map<String, Function<S3Call, HttpReply>> calls) {
        calls.put("GET bucket notification", this::get);
        calls.put("PUT bucket notification", this::put);
    }

    private HttpReply get(S3Call call) {
        NotificationRules rules = NotificationRules.of(buckets.existing(call.bucket()));
        return S3Reply.xml("NotificationConfiguration", xml -> {
            rules.rules().forEach(rule -> write(rule, xml));
            if (rules.isOnBus()) {
                xml.open("EventBridgeConfiguration").close();
            }
        });
    }

    private static void write(NotificationRule rule, Xml xml) {
        List<String> names = KINDS.getOrDefault(rule.arn().split(":", -1)[2], List.of("", ""));
        xml.open(names.get(0)).leaf("Id", rule.id()).leaf(names.get(1), rule.arn());
        rule.events().forEach(event -> xml.leaf("Event", event));
        if (!rule.prefix().isEmpty() || !rule.suffix().isEmpty()) {
            xml.open("Filter").open("S3Key");
            write("Prefix", rule.prefix(), xml);
            write("Suffix", rule.suffix(), xml);
            xml.close().close();
        }
        xml.close();
    }

    private static void write(String name, String value, Xml xml) {
        if (!value.isEmpty()) {
            xml.open("FilterRule").leaf("Name", name).leaf("Value", value).close();
        }
    }

    private HttpReply put(S3Call call) {
        Element root = Element.parse(call.document(), "NotificationConfiguration");
        List<NotificationRule> all = new ArrayList<>();
        KINDS.values().forEach(names -> root.all(names.get(0))
                .map(each -> rule(each, names.get(1)))
                .forEach(all::add));
        NotificationRules rules = new NotificationRules(
                all, root.all("EventBridgeConfiguration").findAny().isPresent());
        ObjectNode bucket = buckets.existing(call.bucket());
        boolean isUntried = call.header("x-amz-skip-destination-validation")
                .filter("true"::equals)
                .isPresent();
        if (!isUntried) {
            notifications.get().tryOut(call.bucket(), rules);
        }
        rules.putInto(bucket);
        buckets.save(bucket);
        return HttpReply.empty(200);
    }

    private static NotificationRule rule(Element element, String arn) {
        List<String> events =
                element.all("Event").map(event -> event.text().trim()).toList();
        List<Element> filters = element.all("Filter")
                .flatMap(filter -> filter.all("S3Key"))
                .flatMap(key -> key.all("FilterRule"))
                .toList();
        String id = element.value("Id").isEmpty() ? UUID.randomUUID().toString() : element.value("Id");
        return new NotificationRule(
                id, element.value(arn), events, filter(filters, "prefix"), filter(filters, "suffix"));
    }

    private static String filter(List<Element> filters, String name) {
        return filters.stream()
                .filter(filter -> filter.value("Name").equalsIgnoreCase(name))
                .map(filter -> filter.value("Value"))
                .findFirst()
                .orElse("");
    }
}
