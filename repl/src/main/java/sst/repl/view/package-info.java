/**
 * Here: the model's objects as the prompt reads and sets them, whatever the language.
 * In: handles and blocks of the model. Out: views that refuse unknown names and set values deep inside.
 * Must not be here: the terminal, commands, AWS.
 */
@NullMarked
package sst.repl.view;

import org.jspecify.annotations.NullMarked;
