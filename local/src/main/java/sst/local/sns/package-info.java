/**
 * Here: SNS: its calls, its CloudFormation types.
 * In: query calls, properties, messages of other services. Out: topics, subscriptions and messages sent on.
 * Must not be here: how a message reaches an endpoint.
 */
@NullMarked
package sst.local.sns;

import org.jspecify.annotations.NullMarked;
