/**
 * Here: functions on a schedule.
 * In: props and receivers. Out: the CDK's objects, and what functions may do with them.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.cron;

import org.jspecify.annotations.NullMarked;
