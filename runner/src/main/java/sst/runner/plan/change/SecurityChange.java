package sst.runner.plan.change;

import sst.runner.assembly.Origin;

/**
 * A change of rights or of the network as one sentence.
 *
 * @param opens whether someone may do more than before
 */
public record SecurityChange(String sentence, Origin origin, boolean opens) {}
