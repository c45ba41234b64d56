/**
 * Here: the queues themselves: settings, messages, visibility, order, deduplication, dead letters.
 * In: sends, receives, deletes. Out: messages and their receipts.
 * Must not be here: the wire, CloudFormation.
 */
@NullMarked
package sst.local.sqs.queue;

import org.jspecify.annotations.NullMarked;
