/**
 * Here: the slash commands, each declared once, and the interpreter that tells them from code.
 * In: entries. Out: what the runner's actions do, and results for the user.
 * Must not be here: keys, the terminal, AWS SDK types.
 */
@NullMarked
package sst.repl.command;

import org.jspecify.annotations.NullMarked;
