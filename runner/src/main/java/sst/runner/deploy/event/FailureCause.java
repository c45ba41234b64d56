package sst.runner.deploy.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;

/**
 * The first thing that went wrong in a stack, from which the rest followed.
 *
 * @param logicalId empty when the stack as a whole failed
 * @param reason AWS's words
 * @param hint what usually helps, null when nothing is known
 * @param log the last lines of the function that failed, where one is behind it
 */
public record FailureCause(String logicalId, Origin origin, String reason, @Nullable String hint, List<String> log) {
    public FailureCause {
        log = List.copyOf(log);
    }

    /** A cause of which no function's log tells more. */
    public FailureCause(String logicalId, Origin origin, String reason, @Nullable String hint) {
        this(logicalId, origin, reason, hint, List.of());
    }
}
