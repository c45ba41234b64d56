package sst.local.s3.bucket;

import java.util.Map;
import sst.local.port.Host;
import sst.local.wire.AwsException;

/** Everything that S3 keeps. */
public record Storage(Buckets buckets, Objects objects, Blobs blobs, Uploads uploads, ObjectChanges changes) {
    /** The storage of a host. */
    public static Storage of(Host host) {
        Buckets buckets = new Buckets(host.store(), host.clock());
        Blobs blobs = new Blobs(host.store(), host.clock());
        Objects objects = new Objects(host.store(), host.clock(), buckets, blobs);
        Uploads uploads = new Uploads(host.store(), host.clock(), blobs);
        return new Storage(buckets, objects, blobs, uploads, new ObjectChanges());
    }

    /**
     * Deletes a bucket that holds nothing, with the uploads into it.
     *
     * @throws AwsException {@code NoSuchBucket}, {@code BucketNotEmpty}
     */
    public void deleteBucket(String name) {
        buckets.existing(name);
        if (!objects.isEmpty(name)) {
            throw new AwsException(
                    409, "BucketNotEmpty", "The bucket you tried to delete is not empty", Map.of("BucketName", name));
        }
        uploads.of(name)
                .toList()
                .forEach(upload -> uploads.end(upload.path("id").asText()));
        buckets.remove(name);
    }
}
