/**
 * Here: what is said to the user when something is wrong, and where in their file it is.
 * In: codes, names and places. Out: diagnostics, and the exceptions that carry them over the border.
 * Must not be here: formatting for terminals.
 */
@NullMarked
package sst.model.diagnostic;

import org.jspecify.annotations.NullMarked;
