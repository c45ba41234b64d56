/**
 * Here: attribute values, their rules (numbers, sets, sizes, nesting) and their order.
 * In: wire JSON. Out: checked immutable values.
 * Must not be here: tables, keys, expressions.
 */
@NullMarked
package sst.local.dynamodb.value;

import org.jspecify.annotations.NullMarked;
