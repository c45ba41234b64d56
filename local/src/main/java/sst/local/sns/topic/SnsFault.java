package sst.local.sns.topic;

import sst.local.wire.AwsException;

/** SNS's errors. See https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html */
public final class SnsFault {
    private SnsFault() {}

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String reason) {
        return new AwsException(400, "InvalidParameter", "Invalid parameter: " + reason);
    }

    /** A parameter's value has the wrong form. */
    public static AwsException value(String text) {
        return new AwsException(400, "InvalidParameterValue", text);
    }

    /** There is no such topic or subscription. */
    public static AwsException missing(String what) {
        return new AwsException(404, "NotFound", what + " does not exist");
    }

    /** The local cloud does not do this; the text names what. */
    public static AwsException unsupported(String what) {
        return invalid(what + " is not supported by the local cloud");
    }
}
