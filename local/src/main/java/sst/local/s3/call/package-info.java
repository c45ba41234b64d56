/**
 * Here: Amazon S3 on the wire: which call a request is, its headers, its XML, its errors.
 * In: path-style, host-style and presigned requests. Out: calls on buckets and objects, and their answers.
 * Must not be here: where bytes and records are kept, CloudFormation.
 */
@NullMarked
package sst.local.s3.call;

import org.jspecify.annotations.NullMarked;
