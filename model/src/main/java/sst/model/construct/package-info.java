/**
 * Here: what every construct has: identity, handle, attachments, hooks into CDK.
 * In: blocks and what handles are told. Out: immutable construct models.
 * Must not be here: any single construct, stacks.
 */
@NullMarked
package sst.model.construct;

import org.jspecify.annotations.NullMarked;
