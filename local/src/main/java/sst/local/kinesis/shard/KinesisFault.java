package sst.local.kinesis.shard;

import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

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

    /** Too many, or too much. */
    public static AwsException limit(String text) {
        return new AwsException(400, "LimitExceededException", text);
    }

    /** There is such a thing already, or it is wanted otherwise. */
    public static AwsException inUse(String text) {
        return new AwsException(400, "ResourceInUseException", text);
    }

    /** There is no such stream. */
    public static AwsException noStream(String name) {
        return missing("Stream " + name + " under account " + CallContext.ACCOUNT + " not found.");
    }

    /** There is no such shard to be read. */
    public static AwsException noShard(String id, String stream) {
        return missing("Shard " + DataShard.id(DataShard.number(id)) + " in stream " + stream + " under account "
                + CallContext.ACCOUNT + " does not exist");
    }

    /** There is no such shard to be changed. */
    public static AwsException shardNotFound(String id, String stream) {
        int number = DataShard.number(id);
        return missing("Could not find shard " + (number < 0 ? id : DataShard.id(number)) + " in stream " + stream
                + " under account " + CallContext.ACCOUNT + ".");
    }
}
