/**
 * Here: what PartiQL statements do: alone, in batches and in transactions.
 * In: parsed statements. Out: items, or AWS's errors.
 * Must not be here: the syntax, a second way to decide conditions or to write items.
 */
@NullMarked
package sst.local.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;
