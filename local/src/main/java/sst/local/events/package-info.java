/**
 * Here: EventBridge: its calls, its CloudFormation types.
 * In: JSON calls, properties, events of other services. Out: buses, rules and events sent on.
 * Must not be here: how a target is reached, when a schedule is due.
 */
@NullMarked
package sst.local.events;

import org.jspecify.annotations.NullMarked;
