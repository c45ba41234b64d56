/**
 * Here: the execution of a plan: which stack when, and what became of it.
 * In: a plan, the AWS ports, a pace. Out: a stream of DeployEvents and a RunResult.
 * Must not be here: planning, printing, AWS SDK types.
 */
@NullMarked
package sst.runner.deploy;

import org.jspecify.annotations.NullMarked;
