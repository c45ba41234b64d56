/**
 * Here: what every command runs in: options, folders, stage, terminal and the way to speak.
 * In: the world outside the process and the parsed global options. Out: what actions need.
 * Must not be here: any single command.
 */
@NullMarked
package sst.runner.cli.session;

import org.jspecify.annotations.NullMarked;
