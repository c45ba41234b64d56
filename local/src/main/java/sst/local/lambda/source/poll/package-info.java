/**
 * Here: how functions are fed: from queues and from streams.
 * In: a mapping, messages and records. Out: invocations, and what was handled; failures come again or are given up.
 * Must not be here: calls on mappings, their checks.
 */
@NullMarked
package sst.local.lambda.source.poll;

import org.jspecify.annotations.NullMarked;
