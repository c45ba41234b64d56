package sst.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.s3.bucket.Storage;
import sst.local.s3.event.BucketNotifications;
import sst.local.s3.event.NotificationRules;
import sst.local.wire.AwsException;

/** {@code AWS::S3::Bucket}. Versioning, CORS and notifications are acted upon; all else is recorded. */
record BucketProvider(Storage storage, Supplier<BucketNotifications> notifications) implements ReadableProvider {
    private static final int LONGEST_NAME = 63;
    private static final List<String> REFUSED = List.of("ReplicationConfiguration", "ObjectLockConfiguration");

    @Override
    public String type() {
        return "AWS::S3::Bucket";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        checkSupported(request.properties());
        String name = request.properties().path("BucketName").asText(generated(request));
        try {
            boolean isNew = storage.buckets().ensure(name, request.context().region());
            if (!isNew && !isOwn(request, name)) {
                throw new ResourceFailure(name + " already exists");
            }
            return settle(request, name);
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private static String generated(ResourceRequest request) {
        String name = request.generatedName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        // The random end of the name must stay.
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 26) + name.substring(name.length() - 26);
    }

    private boolean isOwn(ResourceRequest request, String name) {
        return storage.buckets()
                .find(name)
                .filter(bucket -> bucket.path("owner").asText().equals(request.generatedName()))
                .isPresent();
    }

    private static void checkSupported(ObjectNode properties) {
        for (String property : REFUSED) {
            if (!properties.path(property).isEmpty()) {
                throw new ResourceFailure("not supported locally: AWS::S3::Bucket " + property);
            }
        }
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return storage.buckets().find(current.physicalId()).map(bucket -> {
            // Only whether it is there: buckets keep the properties that they were made from.
            return JsonNodeFactory.instance.objectNode();
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        checkSupported(request.properties());
        try {
            return settle(request, current.physicalId());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    private ResourceState settle(ResourceRequest request, String name) {
        ObjectNode bucket = storage.buckets().existing(name);
        bucket.put("owner", request.generatedName()).set("properties", request.properties());
        String status = request.properties()
                .path("VersioningConfiguration")
                .path("Status")
                .asText(bucket.has("versioning") ? "Suspended" : "");
        if (!status.isEmpty()) {
            bucket.put("versioning", status);
        }
        bucket.withObjectProperty("settings")
                .put("tagging", BucketTags.of(request).document());
        settleCors(bucket, request.properties().path("CorsConfiguration"));
        storage.buckets().save(bucket);
        settleNotifications(request, bucket);
        return ResourceState.of(name, attributes(name, request.context().region()));
    }

    private static void settleCors(ObjectNode bucket, JsonNode configuration) {
        ObjectNode settings = bucket.withObjectProperty("settings");
        if (configuration.isObject()) {
            settings.put("cors", new BucketCors(configuration).document());
        } else {
            settings.remove("cors");
        }
    }

    /** A template without notifications leaves those alone that a custom resource made. */
    private void settleNotifications(ResourceRequest request, ObjectNode bucket) {
        JsonNode configuration = request.properties().path("NotificationConfiguration");
        if (configuration.isObject() || bucket.path("notified").asBoolean()) {
            NotificationRules rules = NotificationProperties.ofBucket(configuration);
            notifications.get().tryOut(bucket.path("name").asText(), rules);
            rules.putInto(bucket);
            storage.buckets().save(bucket.put("notified", configuration.isObject()));
        }
    }

    private static Map<String, JsonNode> attributes(String name, String region) {
        Map<String, JsonNode> attributes = new HashMap<>();
        attributes.put("Arn", TextNode.valueOf("arn:aws:s3:::" + name));
        attributes.put("DomainName", TextNode.valueOf(name + ".s3.amazonaws.com"));
        attributes.put("DualStackDomainName", TextNode.valueOf(name + ".s3.dualstack." + region + ".amazonaws.com"));
        attributes.put("RegionalDomainName", TextNode.valueOf(name + ".s3." + region + ".amazonaws.com"));
        attributes.put("WebsiteURL", TextNode.valueOf("http://" + name + ".s3-website-" + region + ".amazonaws.com"));
        return attributes;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        if (storage.buckets().find(current.physicalId()).isEmpty()) {
            return;
        }
        try {
            storage.deleteBucket(current.physicalId());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }
}
