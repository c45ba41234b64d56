/**
 * Here: what happens in a run, as one ordered stream of values.
 * In: facts from the executor. Out: DeployEvents for printers, logs and tests.
 * Must not be here: formatting.
 */
@NullMarked
package sst.runner.deploy.event;

import org.jspecify.annotations.NullMarked;
