/**
 * Here: names of constructs, references to values that are known only after a deploy, and what stands for an object.
 * In: a construct and an attribute. Out: tokens that survive string operations.
 * Must not be here: how a reference is resolved.
 */
@NullMarked
package sst.model.ref;

import org.jspecify.annotations.NullMarked;
