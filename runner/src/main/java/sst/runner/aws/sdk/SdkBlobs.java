package sst.runner.aws.sdk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.BlobPort;
import sst.runner.aws.Page;

/** S3 over the SDK. */
record SdkBlobs(S3Client client) implements BlobPort {
    @Override
    public Page<BlobInfo> list(Bucket bucket, String prefix, @Nullable String token) {
        var response = SdkErrors.call(() -> client.listObjectsV2(r -> r.bucket(bucket.name())
                .expectedBucketOwner(bucket.owner())
                .prefix(prefix)
                .continuationToken(token)));
        return new Page<>(
                response.contents().stream()
                        .map(object -> new BlobInfo(object.key(), object.size()))
                        .toList(),
                response.nextContinuationToken());
    }

    @Override
    public void put(Bucket bucket, String key, Path file) {
        SdkErrors.call(() -> client.putObject(
                r -> r.bucket(bucket.name())
                        .expectedBucketOwner(bucket.owner())
                        .key(key)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromFile(file)));
    }

    @Override
    public Optional<Blob> read(Bucket bucket, String key) {
        try {
            var response = SdkErrors.call(() -> client.getObjectAsBytes(r ->
                    r.bucket(bucket.name()).expectedBucketOwner(bucket.owner()).key(key)));
            return Optional.of(
                    new Blob(response.asUtf8String(), response.response().eTag()));
        } catch (AwsFailure failure) {
            if (failure.code().equals("NoSuchKey")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public String write(Bucket bucket, String key, String text, @Nullable String expected) {
        return SdkErrors.call(() -> client.putObject(
                        r -> r.bucket(bucket.name())
                                .expectedBucketOwner(bucket.owner())
                                .key(key)
                                .ifMatch(expected)
                                .ifNoneMatch(expected == null ? "*" : null),
                        RequestBody.fromString(text, StandardCharsets.UTF_8)))
                .eTag();
    }

    @Override
    public void delete(Bucket bucket, String key, String expected) {
        SdkErrors.call(() -> client.deleteObject(r -> r.bucket(bucket.name())
                .expectedBucketOwner(bucket.owner())
                .key(key)
                .ifMatch(expected)));
    }
}
