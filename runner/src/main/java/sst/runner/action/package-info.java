/**
 * Here: the verbs of the command line, one class each.
 * In: a Context and options as values. Out: results as values, progress as events.
 * Must not be here: parsing of arguments, printing, AWS SDK types.
 */
@NullMarked
package sst.runner.action;

import org.jspecify.annotations.NullMarked;
