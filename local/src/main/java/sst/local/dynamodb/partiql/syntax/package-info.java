/**
 * Here: the syntax of PartiQL statements, as far as DynamoDB has it.
 * In: statement text and parameters. Out: parsed statements over the conditions and updates that expressions have.
 * Must not be here: tables, keys, what a statement does.
 */
@NullMarked
package sst.local.dynamodb.partiql.syntax;

import org.jspecify.annotations.NullMarked;
