/**
 * Here: the command line: one class a command, from arguments to an action and from its result to an exit code.
 * In: arguments, environment, terminal. Out: exit codes.
 * Must not be here: anything a REPL or a script would need too.
 */
@NullMarked
package sst.runner.cli;

import org.jspecify.annotations.NullMarked;
