package sst.local.lambda.control.record;

import sst.local.wire.AwsException;

/** Lambda's errors. */
public final class Faults {
    private Faults() {}

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String message) {
        return new AwsException(400, "InvalidParameterValueException", message);
    }

    /** The local cloud does not do this; the message names what. */
    public static AwsException unsupported(String what) {
        return new AwsException(400, "InvalidParameterValueException", what + " is not supported by the local cloud");
    }

    /** Something named is not there. */
    public static AwsException notFound(String message) {
        return new AwsException(404, "ResourceNotFoundException", message);
    }

    /** The caller has seen an older revision. */
    public static AwsException revisionMismatch() {
        return new AwsException(
                412,
                "PreconditionFailedException",
                "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to"
                        + " retrieve the latest Revision Id");
    }

    /** Something of that name is there already. */
    public static AwsException conflict(String message) {
        return new AwsException(409, "ResourceConflictException", message);
    }
}
