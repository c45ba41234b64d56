package sst.local.sns.topic;

import sst.local.wire.AwsException;

/** SNS's errors. See https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html */
public final class SnsFault {
    private SnsFault() {}

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String reason) {
        return new AwsException(400, "InvalidParameter", "Invalid parameter: " + reason);
    }

    /** The same as the fault of a call's attributes. */
    public static AwsException ofAttributes(AwsException fault) {
        String start = "Invalid parameter: ";
        boolean isReason = fault.text().startsWith(start) && !fault.text().equals(start + "AttributeName");
        return isReason ? invalid("Attributes Reason: " + fault.text().substring(start.length())) : fault;
    }

    /** A parameter's value has the wrong form. */
    public static AwsException value(String text) {
        return new AwsException(400, "ParameterValueInvalid", text);
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
