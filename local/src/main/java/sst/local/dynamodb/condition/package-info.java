/**
 * Here: conditions in their parsed form, and how they decide.
 * In: an item. Out: whether it matches.
 * Must not be here: syntax, keys, the legacy parameters.
 */
@NullMarked
package sst.local.dynamodb.condition;

import org.jspecify.annotations.NullMarked;
