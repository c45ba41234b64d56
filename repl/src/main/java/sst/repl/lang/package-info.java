/**
 * Here: the languages of the prompt: their lines compiled and run against the live app.
 * In: text. Out: transactions, or what is wrong with the text.
 * Must not be here: the terminal, commands.
 */
@NullMarked
package sst.repl.lang;

import org.jspecify.annotations.NullMarked;
