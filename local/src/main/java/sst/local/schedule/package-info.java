/**
 * Here: schedule expressions and what runs by them.
 * In: rate, cron and at expressions, a clock. Out: the next time, and calls when it has come.
 * Must not be here: what is done then.
 */
@NullMarked
package sst.local.schedule;

import org.jspecify.annotations.NullMarked;
