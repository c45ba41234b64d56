/**
 * Here: work that is done later, and again when it fails, also after a restart.
 * In: jobs with the time when they are due. Out: calls of whoever does them.
 * Must not be here: what the jobs are.
 */
@NullMarked
package sst.local.background;

import org.jspecify.annotations.NullMarked;
