package sst.constructs.synth;

import java.nio.file.Path;

/**
 * A cloud assembly.
 *
 * @param assembly its folder
 * @param fingerprint of everything it was made from; empty when something changed while it was made
 * @param isReused whether it is the one of an earlier run, because nothing had changed
 */
public record SynthResult(Path assembly, String fingerprint, boolean isReused) {}
