/**
 * Here: the two faces of the console: a person's terminal, and lines from a file or a pipe.
 * In: keys and lines. Out: entries for the interpreter, text on the screen, an exit code.
 * Must not be here: what an entry means.
 */
@NullMarked
package sst.repl.terminal;

import org.jspecify.annotations.NullMarked;
