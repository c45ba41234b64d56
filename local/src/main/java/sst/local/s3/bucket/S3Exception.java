package sst.local.s3.bucket;

import java.util.Map;
import sst.local.wire.AwsException;

/** S3's errors by name. See https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
public final class S3Exception {
    private S3Exception() {}

    /** Any error. */
    public static AwsException of(int status, String code, String message) {
        return new AwsException(status, code, message);
    }

    /** A bucket that is not there. */
    public static AwsException noSuchBucket(String bucket) {
        return new AwsException(
                404, "NoSuchBucket", "The specified bucket does not exist", Map.of("BucketName", bucket));
    }

    /** A key that is not there. */
    public static AwsException noSuchKey(String key) {
        return new AwsException(404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key));
    }

    /** A version that is not there. */
    public static AwsException noSuchVersion(String key, String version) {
        return new AwsException(
                404,
                "NoSuchVersion",
                "The specified version does not exist.",
                Map.of("Key", key, "VersionId", version));
    }

    /** A condition that does not hold. */
    public static AwsException preconditionFailed(String condition) {
        return new AwsException(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold",
                Map.of("Condition", condition));
    }

    /** A request that makes no sense. */
    public static AwsException invalidRequest(String message) {
        return new AwsException(400, "InvalidRequest", message);
    }

    /** A value that is not allowed. */
    public static AwsException invalidArgument(String message) {
        return new AwsException(400, "InvalidArgument", message);
    }

    /** XML that is not what the call takes. */
    public static AwsException malformedXml() {
        return new AwsException(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }
}
