/**
 * Here: the few things that are asked of AWS, as interfaces of plain records, and the one failure they share.
 * In: calls of the stages. Out: answers as records, or an AwsFailure.
 * Must not be here: AWS SDK types (sst.runner.aws.sdk), decisions.
 */
@NullMarked
package sst.runner.aws;

import org.jspecify.annotations.NullMarked;
