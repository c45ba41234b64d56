/**
 * Here: buses, rules, and what a rule makes of an event.
 * In: checked members of calls. Out: records in the store, and inputs of targets.
 * Must not be here: targets themselves, time.
 */
@NullMarked
package sst.local.events.rule;

import org.jspecify.annotations.NullMarked;
