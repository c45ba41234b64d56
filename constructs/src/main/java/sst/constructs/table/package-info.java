/**
 * Here: DynamoDB tables.
 * In: fields and indexes. Out: a table, and what functions may do with it.
 * Must not be here: other constructs.
 */
@NullMarked
package sst.constructs.table;

import org.jspecify.annotations.NullMarked;
