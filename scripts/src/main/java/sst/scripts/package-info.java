/**
 * Here: the engines that run a user's scripts against a deployed stage.
 * In: a script file and what is deployed. Out: the script's exit code and output.
 * Must not be here: CDK.
 */
@NullMarked
package sst.scripts;

import org.jspecify.annotations.NullMarked;
