/**
 * Here: Kinesis Data Streams: its calls and its CloudFormation type.
 * In: JSON calls, properties. Out: streams and records.
 * Must not be here: how records are kept, who consumes them.
 */
@NullMarked
package sst.local.kinesis;

import org.jspecify.annotations.NullMarked;
