/**
 * Here: how a command ends badly: the exit codes and the one failure type that carries them.
 * In: facts from every stage. Out: failures that the command line prints and turns into an exit code.
 * Must not be here: printing, AWS SDK.
 */
@NullMarked
package sst.runner.failure;

import org.jspecify.annotations.NullMarked;
