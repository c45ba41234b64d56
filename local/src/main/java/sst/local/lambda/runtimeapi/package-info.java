/**
 * Here: the Lambda Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), one small server for each worker.
 * In: an event for the runtime. Out: what the runtime made of it.
 * Must not be here: processes, logs, functions' configurations.
 */
@NullMarked
package sst.local.lambda.runtimeapi;

import org.jspecify.annotations.NullMarked;
