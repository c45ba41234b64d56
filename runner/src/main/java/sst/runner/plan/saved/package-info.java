/**
 * Here: a plan as a file, and whether it still holds.
 * In: a Plan. Out: a file; a refusal that names what moved on.
 * Must not be here: AWS calls, asking.
 */
@NullMarked
package sst.runner.plan.saved;

import org.jspecify.annotations.NullMarked;
