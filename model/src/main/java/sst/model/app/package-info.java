/**
 * Here: the app and its stacks as immutable values, and the props that they take.
 * In: what was written. Out: values that constructs and the runner read.
 * Must not be here: how they are written, script files, CDK.
 */
@NullMarked
package sst.model.app;

import org.jspecify.annotations.NullMarked;
