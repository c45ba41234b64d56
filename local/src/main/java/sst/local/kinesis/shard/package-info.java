/**
 * Here: streams, their shards, and the records in them.
 * In: checked members of calls. Out: records in the store, in order by shard.
 * Must not be here: wire shapes, consumers.
 */
@NullMarked
package sst.local.kinesis.shard;

import org.jspecify.annotations.NullMarked;
