/**
 * Here: the parameters from before expressions, turned into conditions and updates.
 * In: their JSON. Out: parsed conditions and updates.
 * Must not be here: evaluation, tables.
 */
@NullMarked
package sst.local.dynamodb.legacy;

import org.jspecify.annotations.NullMarked;
