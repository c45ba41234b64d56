/**
 * Here: dynamic references of templates, and the secrets that some of them stand for.
 * In: texts and properties with references. Out: values in their place, as late as may be.
 * Must not be here: intrinsic functions, keeping of any value.
 */
@NullMarked
package sst.local.cfn.reference;

import org.jspecify.annotations.NullMarked;
