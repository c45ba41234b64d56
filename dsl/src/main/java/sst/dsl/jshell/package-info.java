/**
 * Here: configs in Java: JShell's snippets compiled whole, kept, and run against the model's fluent API.
 * In: a .jsh file. Out: props set on blocks, diagnostics at the file's lines.
 * Must not be here: what a prop is; Groovy.
 */
@NullMarked
package sst.dsl.jshell;

import org.jspecify.annotations.NullMarked;
