/**
 * Here: what is known of stacks, their resources, events and exports, and where it is kept.
 * In: values to keep. Out: the same values after a restart or a kill.
 * Must not be here: how stacks change.
 */
@NullMarked
package sst.local.cfn.stack;

import org.jspecify.annotations.NullMarked;
