/**
 * Here: what runs leave on disk for the next ones and for people: logs, and how long things took.
 * In: deploy events. Out: files under .sst, and what is usual.
 * Must not be here: decisions of a run; all of this may be lost.
 */
@NullMarked
package sst.runner.history;

import org.jspecify.annotations.NullMarked;
