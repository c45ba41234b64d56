/**
 * Here: the JSON types and bounds of every operation's input, checked before anything else is looked at.
 * In: a request's JSON and its operation. Out: nothing, or AWS's SerializationException or ValidationException.
 * Must not be here: streams, what values mean together.
 */
@NullMarked
package sst.local.kinesis.shape;

import org.jspecify.annotations.NullMarked;
