/**
 * Here: what every step of a change works with: records, providers, policies, the journal of events.
 * In: what is kept and what has happened. Out: answers, and events that are written down.
 * Must not be here: the order of steps.
 */
@NullMarked
package sst.local.cfn.engine.tool;

import org.jspecify.annotations.NullMarked;
