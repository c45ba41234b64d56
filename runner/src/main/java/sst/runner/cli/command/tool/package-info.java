/**
 * Here: the commands around the work: the local cloud, checks, completion.
 * In: parsed options and a Session. Out: an exit code.
 * Must not be here: what the commands do, which is in sst.runner.action.
 */
@NullMarked
package sst.runner.cli.command.tool;

import org.jspecify.annotations.NullMarked;
