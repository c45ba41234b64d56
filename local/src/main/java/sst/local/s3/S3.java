package sst.local.s3;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.ObjectReader;
import sst.local.s3.bucket.Blobs;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.bucket.Objects;
import sst.local.s3.bucket.Uploads;
import sst.local.wire.Endpoint;

/**
 * Amazon S3 of the local cloud.
 * See https://docs.aws.amazon.com/AmazonS3/latest/API/
 */
public final class S3 implements LocalService, ObjectReader {
    private final Storage storage;
    private final Clock clock;

    /** Makes the service. */
    public S3(Host host) {
        this.clock = host.clock();
        Buckets buckets = new Buckets(host.store(), host.clock());
        Blobs blobs = new Blobs(host.store(), host.clock());
        Objects objects = new Objects(host.store(), host.clock(), buckets, blobs);
        this.storage = new Storage(buckets, objects, blobs, new Uploads(host.store(), host.clock(), blobs));
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public List<Endpoint> endpoints() {
        S3Surface surface = new S3Surface(storage, clock);
        return List.of(new Endpoint.Raw("s3", "", surface::handle));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new BucketProvider(storage), new BucketPolicyProvider(storage.buckets()));
    }

    @Override
    public Optional<Path> find(String bucket, String key) {
        return storage.objects().current(bucket, key).map(object -> storage.blobs()
                .file(object.blob()));
    }

    /** What S3's calls work on. */
    record Storage(Buckets buckets, Objects objects, Blobs blobs, Uploads uploads) {}
}
