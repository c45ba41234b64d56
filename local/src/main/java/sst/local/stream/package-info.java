/**
 * Here: logs of records in order, as streams keep them.
 * In: records. Out: records after a position, and a wait for the next.
 * Must not be here: shards, consumers, wire shapes.
 */
@NullMarked
package sst.local.stream;

import org.jspecify.annotations.NullMarked;
