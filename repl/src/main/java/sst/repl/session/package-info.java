/**
 * Here: the app while it is worked on: edits as transactions, what they come to, plans that were kept.
 * In: the config's files and lines that run against its model. Out: a model, its changes, an app source for the runner.
 * Must not be here: the terminal, how lines are written.
 */
@NullMarked
package sst.repl.session;

import org.jspecify.annotations.NullMarked;
