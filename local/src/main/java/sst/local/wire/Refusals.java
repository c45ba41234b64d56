package sst.local.wire;

/** How the local cloud says that it does not have something: by name, never by a silent success. */
public final class Refusals {
    private static final int NOT_IMPLEMENTED = 501;
    private static final int TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;

    private Refusals() {}

    /** The refusal of an operation; {@code what} is such as {@code dynamodb:CreateBackup}, or a service's name alone. */
    public static AwsException notImplemented(String what) {
        return new AwsException(NOT_IMPLEMENTED, "NotImplemented", "sst local does not support " + what);
    }

    /** The refusal of a body that cannot be read as what it claims to be. */
    public static AwsException malformed(String why) {
        return new AwsException(BAD_REQUEST, "SerializationException", why);
    }

    /** The refusal of a body beyond a limit in bytes. */
    public static AwsException tooLarge(long limit) {
        return new AwsException(
                TOO_LARGE, "RequestEntityTooLargeException", "Request must be smaller than " + limit + " bytes");
    }
}
