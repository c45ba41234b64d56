/**
 * Here: how a message reaches functions, queues and web addresses.
 * In: a message and a subscription that wants it. Out: an event, a queue message or a POST; else the dead-letter queue.
 * Must not be here: topics, calls.
 */
@NullMarked
package sst.local.sns.delivery;

import org.jspecify.annotations.NullMarked;
