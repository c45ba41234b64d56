/**
 * Here: Amazon S3 on the wire: which call a request is, its XML, its errors; and its CloudFormation types.
 * In: path-style, host-style and presigned requests. Out: calls on buckets and objects.
 * Must not be here: where bytes and records are kept.
 */
@NullMarked
package sst.local.s3;

import org.jspecify.annotations.NullMarked;
