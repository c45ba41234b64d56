/**
 * Here: what a deploy would do, worked out from values alone.
 * In: an Assembly and what is deployed. Out: a Plan.
 * Must not be here: AWS calls, printing, the clock.
 */
@NullMarked
package sst.runner.plan;

import org.jspecify.annotations.NullMarked;
