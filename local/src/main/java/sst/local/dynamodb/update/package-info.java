/**
 * Here: updates in their parsed form, and what they make of an item.
 * In: the item before. Out: the item after.
 * Must not be here: syntax, keys, storage.
 */
@NullMarked
package sst.local.dynamodb.update;

import org.jspecify.annotations.NullMarked;
