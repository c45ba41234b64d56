/**
 * Here: what is pending, written into the text of the config.
 * In: a live app with edits. Out: edits of files that mean the same and keep everything else as it is.
 * Must not be here: the terminal, commands.
 */
@NullMarked
package sst.repl.source;

import org.jspecify.annotations.NullMarked;
