/**
 * Here: change streams of tables: what a change looks like, and how consumers read.
 * In: changes, stream calls. Out: records in the order in which items changed.
 * Must not be here: writing items, calling functions.
 */
@NullMarked
package sst.local.dynamodb.feed;

import org.jspecify.annotations.NullMarked;
