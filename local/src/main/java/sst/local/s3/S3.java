package sst.local.s3;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.ObjectReader;
import sst.local.s3.bucket.Storage;
import sst.local.s3.call.S3Surface;
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
        this.storage = Storage.of(host);
        this.clock = host.clock();
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
}
