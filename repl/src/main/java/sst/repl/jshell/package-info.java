/**
 * Here: Java at the prompt, by JShell in this process.
 * In: lines of Java. Out: transactions on the live app, variables that Groovy's lines see too.
 * Must not be here: what an edit is; the terminal.
 */
@NullMarked
package sst.repl.jshell;

import org.jspecify.annotations.NullMarked;
