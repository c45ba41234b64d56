/**
 * Here: change sets: what they hold, and where they are kept.
 * In: a prepared request. Out: the same until it is executed or deleted.
 * Must not be here: working out changes, making them.
 */
@NullMarked
package sst.local.cfn.changeset;

import org.jspecify.annotations.NullMarked;
