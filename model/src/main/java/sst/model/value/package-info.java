/**
 * Here: the small values that props are made of: references, sizes, durations, permissions, bindings.
 * In: the forms users write. Out: checked values.
 * Must not be here: constructs and stacks.
 */
@NullMarked
package sst.model.value;

import org.jspecify.annotations.NullMarked;
