/**
 * Here: the JSON types of every operation's input, checked before anything else is looked at.
 * In: a request's JSON and its operation. Out: nothing, or AWS's SerializationException.
 * Must not be here: which members are required, what values mean.
 */
@NullMarked
package sst.local.dynamodb.shape;

import org.jspecify.annotations.NullMarked;
