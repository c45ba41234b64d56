/**
 * Here: the item operations (put, get, update, delete, batches, transactions) as AWS names them.
 * In: wire requests. Out: wire answers.
 * Must not be here: queries and scans, table administration, storage.
 */
@NullMarked
package sst.local.dynamodb.operation;

import org.jspecify.annotations.NullMarked;
