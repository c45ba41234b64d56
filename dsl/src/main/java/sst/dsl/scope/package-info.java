/**
 * Here: what Groovy closures see inside each block; the only place that touches Closure.
 * In: calls, assignments and reads of the user's code. Out: props set on blocks, diagnostics at the user's lines.
 * Must not be here: compilation, files other than included ones.
 */
@NullMarked
package sst.dsl.scope;

import org.jspecify.annotations.NullMarked;
