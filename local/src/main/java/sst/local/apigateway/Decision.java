package sst.local.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an authorizer's function decided on a call.
 *
 * @param outcome whether the call may go on
 * @param context what the function said of the caller, with {@code principalId} where it gave a policy
 */
public record Decision(Outcome outcome, ObjectNode context) {
    /** Whether a call may go on. */
    public enum Outcome {
        /** It may. */
        ALLOWED,
        /** Nothing allows it. */
        DENIED,
        /** A statement denies it. */
        EXPLICITLY_DENIED,
        /** Nobody is known to call: the function failed with {@code Unauthorized}. */
        UNAUTHORIZED,
        /** The function failed, or its answer is none. */
        FAILED
    }
}
