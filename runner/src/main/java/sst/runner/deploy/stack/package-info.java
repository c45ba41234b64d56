/**
 * Here: one stack's way through CloudFormation, as tasks that do one thing at a time.
 * In: one stack's plan and its ports. Out: steps, events and an outcome.
 * Must not be here: other stacks, printing.
 */
@NullMarked
package sst.runner.deploy.stack;

import org.jspecify.annotations.NullMarked;
