/**
 * Here: what a slash command is, and the interpreter that tells commands from code.
 * In: entries. Out: results for the user.
 * Must not be here: single commands, keys, the terminal, AWS SDK types.
 */
@NullMarked
package sst.repl.command;

import org.jspecify.annotations.NullMarked;
