/**
 * Here: what could be typed next.
 * In: the line up to the cursor, commands, the DSL's schemas, the live app. Out: proposals with group and doc.
 * Must not be here: the terminal; nothing of the user's is called to find them.
 */
@NullMarked
package sst.repl.complete;

import org.jspecify.annotations.NullMarked;
