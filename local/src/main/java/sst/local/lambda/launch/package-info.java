/**
 * Here: how the process of a worker is started: interpreters, bootstraps, command lines, environments.
 * In: a function as it stands. Out: a running process.
 * Must not be here: what the process is asked to do, and for how long it lives.
 */
@NullMarked
package sst.local.lambda.launch;

import org.jspecify.annotations.NullMarked;
