package sst.local.s3.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/** The buckets and their stored settings. Names are one for all regions, as on AWS. */
public final class Buckets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    /** See https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
    private static final Pattern RESERVED =
            Pattern.compile("(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ols-s3|\\.mrap|--x-s3|--table-s3)");

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private final NavigableMap<String, JsonNode> buckets;
    private final Clock clock;

    /** Uses the store's buckets. */
    public Buckets(Store store, Clock clock) {
        this.buckets = store.json("s3.buckets");
        this.clock = clock;
    }

    /** The bucket's record. */
    public Optional<ObjectNode> find(String name) {
        return Optional.ofNullable((ObjectNode) buckets.get(name));
    }

    /**
     * The bucket's record.
     *
     * @throws sst.local.wire.AwsException {@code NoSuchBucket}
     */
    public ObjectNode existing(String name) {
        return find(name).orElseThrow(() -> S3Exception.noSuchBucket(name));
    }

    /** All buckets by name. */
    public Collection<JsonNode> all() {
        return buckets.values();
    }

    /** Makes the bucket when it is not there; tells whether it was made. */
    public boolean ensure(String name, String region) {
        boolean isName = NAME.matcher(name).matches()
                && !name.contains("..")
                && !ADDRESS.matcher(name).matches()
                && !RESERVED.matcher(name).matches();
        if (!isName) {
            throw S3Exception.of(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        ObjectNode record =
                Json.object().put("name", name).put("region", region).put("created", clock.millis());
        return buckets.putIfAbsent(name, record) == null;
    }

    /** Keeps a changed record. */
    public synchronized void save(ObjectNode record) {
        buckets.put(record.path("name").asText(), record);
    }

    /** Forgets a bucket; its objects must be gone. */
    public void remove(String name) {
        buckets.remove(name);
    }

    /** A stored setting, such as {@code policy}, as it was put. */
    public Optional<String> setting(String bucket, String name) {
        JsonNode value = existing(bucket).path("settings").path(name);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    /** Stores a setting. */
    public synchronized void set(String bucket, String name, String value) {
        ObjectNode record = existing(bucket);
        record.withObjectProperty("settings").put(name, value);
        save(record);
    }

    /** Removes a setting. */
    public synchronized void unset(String bucket, String name) {
        ObjectNode record = existing(bucket);
        record.withObjectProperty("settings").remove(name);
        save(record);
    }

    /** {@code Enabled}, {@code Suspended}, or empty when versioning was never switched on. */
    public String versioning(String bucket) {
        return existing(bucket).path("versioning").asText("");
    }

    /** Switches versioning. */
    public synchronized void version(String bucket, String status) {
        save(existing(bucket).put("versioning", status));
    }
}
