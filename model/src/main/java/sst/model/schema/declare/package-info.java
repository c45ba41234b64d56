/**
 * Here: the annotations by which a record declares the props of a construct, once.
 * In: components of records. Out: what the processor and the pages read.
 * Must not be here: coercion, any single construct.
 */
@NullMarked
package sst.model.schema.declare;

import org.jspecify.annotations.NullMarked;
