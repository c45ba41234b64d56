/**
 * Here: Kinesis streams.
 * In: props and receivers. Out: the CDK's objects, and what functions may do with them.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.stream;

import org.jspecify.annotations.NullMarked;
