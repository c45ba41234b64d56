/**
 * Here: the interactive console over the model and the runner's verbs.
 * In: lines typed or piped. Out: values, plans and deploys.
 * Must not be here: deploy logic of its own.
 */
@NullMarked
package sst.repl;

import org.jspecify.annotations.NullMarked;
