/**
 * Here: the processes that run functions, kept warm between invocations.
 * In: a function as it stands and an event. Out: the answer or the error Lambda would report, and log lines.
 * Must not be here: the control plane, HTTP of callers.
 */
@NullMarked
package sst.local.lambda.worker;

import org.jspecify.annotations.NullMarked;
