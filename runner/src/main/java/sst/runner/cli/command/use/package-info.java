/**
 * Here: the commands that use what is deployed: calls, scripts, a shell.
 * In: parsed options and a Session. Out: the exit code of what ran.
 * Must not be here: what the commands do, which is in sst.runner.action.
 */
@NullMarked
package sst.runner.cli.command.use;

import org.jspecify.annotations.NullMarked;
