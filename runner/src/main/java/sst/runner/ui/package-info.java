/**
 * Here: the one port to the user's terminal, and its plain, live and JSON forms.
 * In: events, notes, failures and results. Out: bytes on stdout (results) and stderr (all else).
 * Must not be here: decisions, AWS.
 */
@NullMarked
package sst.runner.ui;

import org.jspecify.annotations.NullMarked;
