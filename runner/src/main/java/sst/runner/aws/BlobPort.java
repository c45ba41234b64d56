package sst.runner.aws;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects in S3 buckets. Every call names the bucket's expected owner, so that a taken-over bucket is refused. */
public interface BlobPort {
    /** Keys and sizes below a prefix, one page. */
    Page<BlobInfo> list(Bucket bucket, String prefix, @Nullable String token);

    /** Publishes a file with its SHA-256 checksum. */
    void put(Bucket bucket, String key, Path file);

    /** The text of a small object with its ETag, empty when there is none. */
    Optional<Blob> read(Bucket bucket, String key);

    /**
     * Writes a small object if its ETag is still {@code expected}, or if there is no such object when that is null.
     *
     * @return the new ETag
     * @throws AwsFailure of kind CONDITION when someone else was faster
     */
    String write(Bucket bucket, String key, String text, @Nullable String expected);

    /**
     * Deletes an object if its ETag is still {@code expected}; one that is gone already is no failure.
     *
     * @throws AwsFailure of kind CONDITION when it has changed hands
     */
    void delete(Bucket bucket, String key, String expected);

    /**
     * A bucket and the account that must own it.
     *
     * @param owner the account's twelve digits
     */
    record Bucket(String name, String owner) {}

    /** One listed object. */
    record BlobInfo(String key, long size) {}

    /** A small object's text and version. */
    record Blob(String text, String etag) {}
}
