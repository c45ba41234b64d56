/**
 * Here: event source mappings: queues that call functions.
 * In: calls on mappings, messages of queues. Out: invocations in batches, and deletes of what was handled.
 * Must not be here: how a function is run, how a queue keeps messages.
 */
@NullMarked
package sst.local.lambda.source;

import org.jspecify.annotations.NullMarked;
