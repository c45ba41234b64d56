package sst.runner.deploy.event;

import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;

/**
 * The first thing that went wrong in a stack, from which the rest followed.
 *
 * @param logicalId empty when the stack as a whole failed
 * @param reason AWS's words
 * @param hint what usually helps, null when nothing is known
 */
public record FailureCause(String logicalId, Origin origin, String reason, @Nullable String hint) {}
