/**
 * Here: commands that run while the prompt goes on: their list, their lines, how they end.
 * In: commands that end in an ampersand. Out: lines above the prompt.
 * Must not be here: the terminal, what the commands do.
 */
@NullMarked
package sst.repl.job;

import org.jspecify.annotations.NullMarked;
