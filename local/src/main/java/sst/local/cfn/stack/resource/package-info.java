/**
 * Here: what is known of the resources of a stack, and its events.
 * In: values to keep. Out: the same values after a restart or a kill.
 * Must not be here: how resources change.
 */
@NullMarked
package sst.local.cfn.stack.resource;

import org.jspecify.annotations.NullMarked;
