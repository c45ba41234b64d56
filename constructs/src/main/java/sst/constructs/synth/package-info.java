/**
 * Here: one run from a model to a cloud assembly, and when none is needed.
 * In: an AppModel, built code, a kernel. Out: a cloud assembly folder.
 * Must not be here: how any construct is made.
 */
@NullMarked
package sst.constructs.synth;

import org.jspecify.annotations.NullMarked;
