/**
 * Here: SQS of the local cloud: its calls and its CloudFormation types.
 * In: calls by the JSON protocol. Out: answers with AWS's shapes, digests and errors.
 * Must not be here: the order and the life of messages.
 */
@NullMarked
package sst.local.sqs;

import org.jspecify.annotations.NullMarked;
