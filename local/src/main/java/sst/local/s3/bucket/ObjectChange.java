package sst.local.s3.bucket;

/**
 * Something that happened to an object.
 *
 * @param bucket its bucket
 * @param event AWS's name of it, such as {@code ObjectCreated:Put}
 * @param object the version that it happened to
 * @param requestId the call that did it
 */
public record ObjectChange(String bucket, String event, StoredObject object, String requestId) {}
