/**
 * Here: scripts in Groovy, Java and JShell, compiled once and run in this process.
 * In: a script and its jars. Out: programs, and errors of their compilers.
 * Must not be here: AWS.
 */
@NullMarked
package sst.scripts.engine;

import org.jspecify.annotations.NullMarked;
