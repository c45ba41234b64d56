/**
 * Here: values, trees, tables and changes as text, and values as JSON.
 * In: views and values. Out: lines that fit a width.
 * Must not be here: the terminal, AWS.
 */
@NullMarked
package sst.repl.show;

import org.jspecify.annotations.NullMarked;
