/**
 * Here: the props and handle of SQS queues.
 * In: what users write. Out: QueueProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.queue;

import org.jspecify.annotations.NullMarked;
