/**
 * Here: the slash commands by what they are for: look, edit, deploy, call, watch, leave.
 * In: arguments. Out: what the runner's actions do, and results for the user.
 * Must not be here: keys, the terminal, AWS SDK types.
 */
@NullMarked
package sst.repl.command.set;

import org.jspecify.annotations.NullMarked;
