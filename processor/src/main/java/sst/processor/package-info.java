/**
 * Here: the annotation processor behind {@code @Construct} and {@code @Block}.
 * In: props records of {@code sst.model}. Out: one typed block class per record, with its schema.
 * Must not be here: anything that runs when the product runs.
 */
@NullMarked
package sst.processor;

import org.jspecify.annotations.NullMarked;
