/**
 * Here: the program inside a Java worker: it loads the user's classes apart from its own and calls the handler.
 * In: events from the Runtime API. Out: answers and errors to the Runtime API.
 * Must not be here: anything of the local cloud's own process.
 */
@NullMarked
package sst.local.lambda.jvm;

import org.jspecify.annotations.NullMarked;
