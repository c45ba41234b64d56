package sst.local.httpapi.access;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a request may go on to its route. */
public sealed interface Verdict {
    /** It may; the integration gets what is known of the caller, under {@code jwt} or {@code lambda}. */
    record Passed(ObjectNode authorizer) implements Verdict {}

    /**
     * It may not.
     *
     * @param status the HTTP status
     * @param message in the body
     * @param challenge the {@code www-authenticate} header; empty for none
     */
    record Refused(int status, String message, String challenge) implements Verdict {}
}
