/**
 * Here: what may be written for a prop besides plain values, and what is said when it does not fit.
 * In: values of the user's code. Out: texts, sizes, and the reason why something is wrong.
 * Must not be here: schemas and blocks.
 */
@NullMarked
package sst.model.schema.written;

import org.jspecify.annotations.NullMarked;
