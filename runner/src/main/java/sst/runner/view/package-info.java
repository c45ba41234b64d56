/**
 * Here: the results of commands as lines for people and as JSON, from the same values.
 * In: plans, outputs, resources. Out: Results.
 * Must not be here: AWS calls, terminals.
 */
@NullMarked
package sst.runner.view;

import org.jspecify.annotations.NullMarked;
