/**
 * Here: what an ARN leads to, for services that send to functions, queues, topics and log groups alike.
 * In: an ARN and a payload. Out: an invocation, a message or a log line; else AWS's error.
 * Must not be here: why something is sent, retries.
 */
@NullMarked
package sst.local.destination;

import org.jspecify.annotations.NullMarked;
