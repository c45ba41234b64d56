/**
 * Here: the operations on tables themselves: make, show, change, delete, tag, features.
 * In: wire requests. Out: wire answers, and tables that are as asked for.
 * Must not be here: items.
 */
@NullMarked
package sst.local.dynamodb.admin;

import org.jspecify.annotations.NullMarked;
