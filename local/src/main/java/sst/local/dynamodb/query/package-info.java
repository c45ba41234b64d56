/**
 * Here: queries and scans: from key conditions to a range of rows to a page.
 * In: a request on a table or index. Out: a page of items and where the next one starts.
 * Must not be here: writes.
 */
@NullMarked
package sst.local.dynamodb.query;

import org.jspecify.annotations.NullMarked;
