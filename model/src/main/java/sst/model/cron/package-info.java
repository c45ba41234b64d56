/**
 * Here: the props and handle of functions on a schedule.
 * In: what users write. Out: CronProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.cron;

import org.jspecify.annotations.NullMarked;
