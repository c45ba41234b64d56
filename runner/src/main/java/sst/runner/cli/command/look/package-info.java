/**
 * Here: the commands that look at what is deployed.
 * In: parsed options and a Session. Out: what was found, and an exit code.
 * Must not be here: what the commands do, which is in sst.runner.action.
 */
@NullMarked
package sst.runner.cli.command.look;

import org.jspecify.annotations.NullMarked;
