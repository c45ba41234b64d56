package sst.client;

/** An Amazon S3 bucket that is bound to this function. */
public record BucketResource(String bucketName) {}
