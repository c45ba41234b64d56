package sst.local.s3;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.ObjectReader;
import sst.local.s3.bucket.Storage;
import sst.local.s3.call.S3Surface;
import sst.local.s3.event.BucketNotifications;
import sst.local.wire.Endpoint;

/**
 * Amazon S3 of the local cloud.
 * See https://docs.aws.amazon.com/AmazonS3/latest/API/
 */
public final class S3 implements LocalService, ObjectReader {
    private final Storage storage;
    private final Clock clock;
    private volatile @Nullable BucketNotifications notifications;

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
        S3Surface surface = new S3Surface(storage, this::notifications, clock);
        return List.of(new Endpoint.Raw("s3", "", surface::handle));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new BucketProvider(storage, this::notifications),
                new BucketPolicyProvider(storage.buckets()),
                new NotificationsProvider(storage.buckets(), this::notifications));
    }

    /** Gives the service those whom buckets can tell of changes; they themselves read objects, so they come later. */
    public void tell(BucketNotifications.Ends ends) {
        BucketNotifications made = new BucketNotifications(storage.buckets(), ends, clock);
        this.notifications = made;
        storage.changes().listen(made::tell);
    }

    private BucketNotifications notifications() {
        BucketNotifications made = notifications;
        if (made == null) {
            throw new IllegalStateException("nobody to tell of changes");
        }
        return made;
    }

    @Override
    public Optional<Path> find(String bucket, String key) {
        return storage.objects().current(bucket, key).map(object -> storage.blobs()
                .file(object.blob()));
    }
}
