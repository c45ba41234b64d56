package sst.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.event.BucketNotifications;
import sst.local.s3.event.NotificationRule;
import sst.local.s3.event.NotificationRules;
import sst.local.wire.AwsException;

/**
 * The CDK's {@code Custom::S3BucketNotifications}, done here: the CDK's own handler is Python with boto3, which not
 * every machine has.
 */
record NotificationsProvider(Buckets buckets, Supplier<BucketNotifications> notifications) implements ResourceProvider {
    @Override
    public String type() {
        return "Custom::S3BucketNotifications";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        replace(request, NotificationRules.of(bucket(request.properties())), request.generatedName());
        return ResourceState.of(request.generatedName(), Map.of());
    }

    private ObjectNode bucket(JsonNode properties) {
        String name = properties.path("BucketName").asText();
        return buckets.find(name)
                .orElseThrow(() -> new ResourceFailure("The specified bucket does not exist: " + name));
    }

    /** A bucket of this stack has these rules alone; one of elsewhere keeps those that others gave it. */
    private void replace(ResourceRequest request, NotificationRules before, String id) {
        JsonNode properties = request.properties();
        ObjectNode bucket = bucket(properties);
        try {
            NotificationRules own = NotificationProperties.ofCustom(properties.path("NotificationConfiguration"), id);
            List<NotificationRule> all = new ArrayList<>(own.rules());
            boolean isManaged = !properties.path("Managed").asText("true").equals("false");
            if (!isManaged) {
                before.rules().stream().filter(rule -> !isOf(rule, id)).forEach(all::add);
            }
            NotificationRules rules = new NotificationRules(all, own.isOnBus() || (!isManaged && before.isOnBus()));
            if (!properties.path("SkipDestinationValidation").asText("false").equals("true")) {
                notifications.get().tryOut(bucket.path("name").asText(), own);
            }
            rules.putInto(bucket);
            buckets.save(bucket);
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static boolean isOf(NotificationRule rule, String id) {
        return rule.id().startsWith(id + "-");
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        if (!before.path("BucketName").equals(request.properties().path("BucketName"))) {
            remove(before, current.physicalId());
        }
        replace(request, NotificationRules.of(bucket(request.properties())), current.physicalId());
        return current;
    }

    private void remove(ObjectNode properties, String id) {
        buckets.find(properties.path("BucketName").asText()).ifPresent(bucket -> {
            NotificationRules now = NotificationRules.of(bucket);
            boolean isManaged = !properties.path("Managed").asText("true").equals("false");
            List<NotificationRule> others =
                    now.rules().stream().filter(rule -> !isOf(rule, id)).toList();
            NotificationRules left =
                    isManaged ? new NotificationRules(List.of(), false) : new NotificationRules(others, now.isOnBus());
            left.putInto(bucket);
            buckets.save(bucket);
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        remove(request.properties(), current.physicalId());
    }
}
