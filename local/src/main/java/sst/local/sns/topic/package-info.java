/**
 * Here: topics, subscriptions, and which message a subscription wants.
 * In: checked members of calls. Out: records in the store.
 * Must not be here: endpoints, HTTP.
 */
@NullMarked
package sst.local.sns.topic;

import org.jspecify.annotations.NullMarked;
