/**
 * Here: the Lambda service: its HTTP surfaces, its invocations and their retries.
 * In: calls from the gateway and from other services. Out: answers of functions that really ran.
 * Must not be here: how a worker is run, how records are kept.
 */
@NullMarked
package sst.local.lambda;

import org.jspecify.annotations.NullMarked;
