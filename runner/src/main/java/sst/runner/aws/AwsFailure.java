package sst.runner.aws;

/** A call that AWS refused or that did not reach it, sorted by what can be done about it. */
public final class AwsFailure extends RuntimeException {
    private final Kind kind;
    private final String code;

    /**
     * @param code AWS's error code, such as {@code ValidationError}
     * @param message AWS's own words
     */
    public AwsFailure(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** AWS's words; never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What a failed call means for its caller. */
    public enum Kind {
        /** There are no credentials at all, or the profile does not exist. */
        CREDENTIALS_MISSING,
        /** The credentials were good once. */
        CREDENTIALS_EXPIRED,
        /** The credentials do not allow the call. */
        DENIED,
        NOT_FOUND,
        /** A condition of the call does not hold: the object exists, or its ETag differs. */
        CONDITION,
        THROTTLED,
        /** No answer: nothing listens, or the connection broke. */
        UNREACHABLE,
        /** AWS understood the call and refused it. */
        REFUSED
    }
}
