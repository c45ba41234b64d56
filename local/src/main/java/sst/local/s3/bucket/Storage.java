package sst.local.s3.bucket;

import java.util.Map;
import java.util.function.Supplier;
import sst.local.port.Host;
import sst.local.store.Store;
import sst.local.wire.AwsException;

/** Everything that S3 keeps. */
public record Storage(
        Buckets buckets, Objects objects, Blobs blobs, Uploads uploads, ObjectChanges changes, Store store) {
    /** The storage of a host. */
    public static Storage of(Host host) {
        Buckets buckets = new Buckets(host.store(), host.clock());
        Blobs blobs = new Blobs(host.store(), host.clock());
        Objects objects = new Objects(host.store(), host.clock(), buckets, blobs);
        Uploads uploads = new Uploads(host.store(), host.clock(), blobs);
        return new Storage(buckets, objects, blobs, uploads, new ObjectChanges(), host.store());
    }

    /**
     * Makes changes of which a kill leaves all or none. They are made when the caller's bytes are there, not while they
     * come: nothing can be committed meanwhile.
     */
    public <T> T together(Supplier<T> changes) {
        return store.atomically(changes);
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
        together(() -> {
            uploads.of(name)
                    .toList()
                    .forEach(upload -> uploads.end(upload.path("id").asText()));
            buckets.remove(name);
            return name;
        });
    }
}
