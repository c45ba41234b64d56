package sst.local.kinesis.shard;

import sst.local.wire.AwsException;

/** Kinesis's errors. See https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html */
public final class KinesisFault {
    private KinesisFault() {}

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String text) {
        return new AwsException(400, "InvalidArgumentException", text);
    }

    /** A member does not have the form that it must have. */
    public static AwsException validation(String text) {
        return new AwsException(400, "ValidationException", text);
    }

    /** There is no such stream or shard. */
    public static AwsException missing(String text) {
        return new AwsException(400, "ResourceNotFoundException", text);
    }

    /** There is no such stream. */
    public static AwsException noStream(String name) {
        return missing("Stream " + name + " under account " + sst.local.wire.CallContext.ACCOUNT + " not found.");
    }
}
