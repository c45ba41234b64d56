/**
 * Here: a session written down as Markdown while it goes on.
 * In: entries and what is shown for them. Out: a file.
 * Must not be here: the terminal, what entries do.
 */
@NullMarked
package sst.repl.record;

import org.jspecify.annotations.NullMarked;
