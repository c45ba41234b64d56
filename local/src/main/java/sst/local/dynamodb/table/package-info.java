/**
 * Here: tables with their indexes, and the one place where items change.
 * In: definitions, items. Out: rows, and a change record for each write.
 * Must not be here: expressions, requests for items, capacity.
 */
@NullMarked
package sst.local.dynamodb.table;

import org.jspecify.annotations.NullMarked;
