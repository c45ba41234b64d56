/**
 * Here: advice on an app that is right but could be better.
 * In: an app model, and its assembly if there is one. Out: warnings at lines, with what to write instead.
 * Must not be here: what is an error, printing.
 */
@NullMarked
package sst.runner.lint;

import org.jspecify.annotations.NullMarked;
