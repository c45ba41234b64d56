/**
 * Here: what expressions of a template are worth: intrinsic functions, parameters, conditions.
 * In: JSON with intrinsics, and a scope that knows names. Out: JSON without intrinsics.
 * Must not be here: stacks, ordering, resource types.
 */
@NullMarked
package sst.local.cfn.value;

import org.jspecify.annotations.NullMarked;
