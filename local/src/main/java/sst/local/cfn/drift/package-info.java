/**
 * Here: how deployed resources differ from what they were made from.
 * In: properties as deployed and as read. Out: differences by path, kept for each stack.
 * Must not be here: reading resources (their providers do), wire formats.
 */
@NullMarked
package sst.local.cfn.drift;

import org.jspecify.annotations.NullMarked;
