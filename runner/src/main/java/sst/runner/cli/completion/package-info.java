/**
 * Here: completion scripts for shells, made of the declared commands.
 * In: the commands. Out: text for bash, zsh and fish.
 * Must not be here: names of stages, stacks, functions, scripts; the scripts read those from the project's files.
 */
@NullMarked
package sst.runner.cli.completion;

import org.jspecify.annotations.NullMarked;
