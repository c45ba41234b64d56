/**
 * Here: how long a run waits, and when it stops.
 * In: time, the user's wish to stop, failures of calls. Out: calls that were made again.
 * Must not be here: what is called.
 */
@NullMarked
package sst.runner.deploy.pace;

import org.jspecify.annotations.NullMarked;
