/**
 * Here: the registered consumers of streams.
 * In: calls and templates. Out: names and ARNs in the store, which event source mappings may name.
 * Must not be here: records, shards.
 */
@NullMarked
package sst.local.kinesis.consumer;

import org.jspecify.annotations.NullMarked;
