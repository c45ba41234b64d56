/**
 * Here: the verbs that bring the user's own code to a deployed stage: scripts and programs.
 * In: a Context, an app, a script or a command. Out: exit codes.
 * Must not be here: parsing of arguments, AWS SDK types.
 */
@NullMarked
package sst.runner.action.script;

import org.jspecify.annotations.NullMarked;
