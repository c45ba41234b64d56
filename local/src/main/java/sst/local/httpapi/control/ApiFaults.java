package sst.local.httpapi.control;

import sst.local.wire.AwsException;

/** API Gateway's errors. */
public final class ApiFaults {
    private ApiFaults() {}

    /** A call that AWS would refuse too. */
    public static AwsException badRequest(String message) {
        return new AwsException(400, "BadRequestException", message);
    }

    /** The local cloud does not do this; the message names what. */
    public static AwsException unsupported(String what) {
        return badRequest(what + " is not supported by the local cloud");
    }

    /** Something named is not there. */
    public static AwsException notFound(String kind, String id) {
        return new AwsException(404, "NotFoundException", "Invalid " + kind + " identifier specified " + id);
    }

    /** Something like it is there already. */
    public static AwsException conflict(String message) {
        return new AwsException(409, "ConflictException", message);
    }
}
