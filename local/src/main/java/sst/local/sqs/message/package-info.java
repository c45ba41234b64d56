/**
 * Here: what goes into a queue and comes out of it, with its names, digests and errors.
 * In: nothing. Out: values.
 * Must not be here: storage, order, time.
 */
@NullMarked
package sst.local.sqs.message;

import org.jspecify.annotations.NullMarked;
