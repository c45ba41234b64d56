/**
 * Here: the commands, one class each.
 * In: parsed options and a Session. Out: an exit code.
 * Must not be here: what the commands do, which is in sst.runner.action.
 */
@NullMarked
package sst.runner.cli.command;

import org.jspecify.annotations.NullMarked;
