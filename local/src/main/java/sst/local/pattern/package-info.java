/**
 * Here: event patterns, as event rules, subscriptions and event sources use them.
 * In: a pattern and an event, both JSON. Out: whether they match, or what is wrong with the pattern.
 * Must not be here: where events come from.
 */
@NullMarked
package sst.local.pattern;

import org.jspecify.annotations.NullMarked;
