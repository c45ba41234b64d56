package sst.local.dynamodb.request;

import sst.local.wire.AwsException;

/** The errors that any input may meet, before a table is looked at. */
public final class Rejection {
    private static final String INVALID = "One or more parameter values were invalid: ";

    private Rejection() {}

    /** A {@code ValidationException} with AWS's text. */
    public static AwsException validation(String text) {
        return new AwsException(400, "ValidationException", text);
    }

    /** A {@code ValidationException} that starts as most of AWS's do. */
    public static AwsException invalid(String text) {
        return validation(INVALID + text);
    }

    /** JSON of another shape than the operation's. */
    public static AwsException serialization(String text) {
        return new AwsException(400, "SerializationException", text);
    }
}
