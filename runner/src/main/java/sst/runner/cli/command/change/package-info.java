/**
 * Here: the commands that bring a stage somewhere, from build to unlock.
 * In: parsed options and a Session. Out: an exit code.
 * Must not be here: what the commands do, which is in sst.runner.action.
 */
@NullMarked
package sst.runner.cli.command.change;

import org.jspecify.annotations.NullMarked;
