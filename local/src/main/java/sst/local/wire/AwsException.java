package sst.local.wire;

import java.util.Map;

/** An error as AWS reports it; the gateway writes it in the caller's protocol. */
public final class AwsException extends RuntimeException {
    /**
     * A member that JSON services with an older query protocol set: the error's code there. It is sent as the header
     * {@code x-amzn-query-error} (https://smithy.io/2.0/aws/protocols/aws-query-compatible-trait.html).
     */
    public static final String QUERY_CODE = "x-amzn-query-error";

    private final int status;
    private final String code;
    private final transient Map<String, Object> members;

    /**
     * An error with extra members.
     *
     * @param status the HTTP status, such as 400
     * @param code AWS's error code, such as {@code ValidationException}
     * @param message AWS's text
     * @param members further members of the error's shape, such as {@code CancellationReasons}
     */
    public AwsException(int status, String code, String message, Map<String, Object> members) {
        super(message);
        this.status = status;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    /** An error with code and message alone. */
    public AwsException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** AWS's error code. */
    public String code() {
        return code;
    }

    /** AWS's text; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Further members of the error's shape. */
    public Map<String, Object> members() {
        return members;
    }
}
