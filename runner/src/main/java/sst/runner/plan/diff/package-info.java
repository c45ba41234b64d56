/**
 * Here: two templates compared, property by property and right by right.
 * In: a stack and its deployed template. Out: StackChanges.
 * Must not be here: the state of stacks, AWS calls, printing.
 */
@NullMarked
package sst.runner.plan.diff;

import org.jspecify.annotations.NullMarked;
