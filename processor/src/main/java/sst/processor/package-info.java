/**
 * Here: the annotation processor that turns a props record into its typed block.
 * In: records annotated with Construct or Nested. Out: one block class per record, and the catalogue of constructs.
 * Must not be here: anything that runs when the product runs.
 */
@NullMarked
package sst.processor;

import org.jspecify.annotations.NullMarked;
