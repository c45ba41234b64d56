package sst.scripts.resource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import sst.scripts.call.Clients;
import sst.scripts.stage.StageValues;

/** A bucket; objects are text in UTF-8 or bytes. */
public final class DeployedBucket extends Deployed {
    private final Clients clients;

    DeployedBucket(StageValues values, String id, Clients clients) {
        super(values, "Bucket", id, "bucketName");
        this.clients = clients;
    }

    public String bucketName() {
        return name();
    }

    public void put(String key, byte[] content) {
        s3().putObject(request -> request.bucket(name()).key(key), RequestBody.fromBytes(content));
    }

    public void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes(String key) {
        return s3().getObjectAsBytes(request -> request.bucket(name()).key(key)).asByteArray();
    }

    public String text(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    public void delete(String key) {
        s3().deleteObject(request -> request.bucket(name()).key(key));
    }

    /** Every key that begins with the prefix. */
    public List<String> keys(String prefix) {
        return s3().listObjectsV2Paginator(request -> request.bucket(name()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Every key. */
    public List<String> keys() {
        return keys("");
    }

    private S3Client s3() {
        return clients.get(S3Client.class, () -> S3Client.builder().forcePathStyle(clients.isLocal()));
    }
}
