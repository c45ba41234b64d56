package sst.runner.aws.stack;

import java.time.Instant;

/**
 * One event of a stack or of a resource in it.
 *
 * @param id unique
 * @param physicalId empty before there is one; a stack's own events carry its ARN
 * @param reason AWS's words, empty when it gives none
 * @param token the request token of the operation that caused it, empty when it carried none
 */
public record StackEvent(
        String id,
        Instant at,
        String logicalId,
        String physicalId,
        String type,
        StackStatus status,
        String reason,
        String token) {
    /** Whether the event is about the stack itself, given its ARN. */
    public boolean isAbout(String stackArn) {
        return physicalId.equals(stackArn);
    }
}
