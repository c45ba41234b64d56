/**
 * Here: the syntax of condition, update and projection expressions, and what is wrong with one by itself.
 * In: an expression's text and its placeholders. Out: parsed conditions, updates, projections, or AWS's error text.
 * Must not be here: evaluation, keys, tables.
 */
@NullMarked
package sst.local.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
