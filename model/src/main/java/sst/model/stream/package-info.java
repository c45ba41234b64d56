/**
 * Here: the props and handle of Kinesis streams.
 * In: what users write. Out: KinesisStreamProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.stream;

import org.jspecify.annotations.NullMarked;
