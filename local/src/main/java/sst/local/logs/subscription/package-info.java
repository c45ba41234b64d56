/**
 * Here: subscriptions of log groups: which events they want, and how these reach functions and streams.
 * In: filters and the events of groups. Out: compressed batches as CloudWatch Logs sends them.
 * Must not be here: the syntax of filter patterns, how events are kept.
 */
@NullMarked
package sst.local.logs.subscription;

import org.jspecify.annotations.NullMarked;
