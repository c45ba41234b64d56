/**
 * Here: the props and handle of S3 buckets.
 * In: what users write. Out: BucketProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.bucket;

import org.jspecify.annotations.NullMarked;
