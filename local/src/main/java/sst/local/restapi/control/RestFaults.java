package sst.local.restapi.control;

import sst.local.wire.AwsException;

/** The errors of API Gateway's REST APIs. */
public final class RestFaults {
    private RestFaults() {}

    /** A call that AWS would refuse too. */
    public static AwsException badRequest(String message) {
        return new AwsException(400, "BadRequestException", message);
    }

    /** The local cloud does not do this; the message names what. */
    public static AwsException unsupported(String what) {
        return badRequest(what + " is not supported by the local cloud");
    }

    /** Something named is not there. */
    public static AwsException notFound(String what) {
        return new AwsException(404, "NotFoundException", "Invalid " + what + " identifier specified");
    }

    /** Something like it is there already. */
    public static AwsException conflict(String message) {
        return new AwsException(409, "ConflictException", message);
    }
}
