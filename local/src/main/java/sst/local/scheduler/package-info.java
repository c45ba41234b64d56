/**
 * Here: EventBridge Scheduler: schedules, groups, their CloudFormation types.
 * In: JSON calls, properties, the time. Out: targets called when it has come.
 * Must not be here: when an expression is due, how a target is reached.
 */
@NullMarked
package sst.local.scheduler;

import org.jspecify.annotations.NullMarked;
