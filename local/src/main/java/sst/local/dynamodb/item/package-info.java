/**
 * Here: writes of items: what the schema asks of them, how they are carried out, what they cost.
 * In: checked writes. Out: changes, or AWS's error.
 * Must not be here: wire requests, queries.
 */
@NullMarked
package sst.local.dynamodb.item;

import org.jspecify.annotations.NullMarked;
