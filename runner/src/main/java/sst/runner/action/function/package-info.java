/**
 * Here: the verbs on one deployed function: call it, read its log.
 * In: a Context and a function's name. Out: answers and log lines.
 * Must not be here: parsing of arguments, printing, AWS SDK types.
 */
@NullMarked
package sst.runner.action.function;

import org.jspecify.annotations.NullMarked;
