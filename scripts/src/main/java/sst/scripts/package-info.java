/**
 * Here: sst run: one run of a script against a deployed stage, and how it ends.
 * In: a script, its arguments, where the stage lives. Out: an exit code, or a failure at the script's line.
 * Must not be here: the CDK, parsing of the command line.
 */
@NullMarked
package sst.scripts;

import org.jspecify.annotations.NullMarked;
