/**
 * Here: Amazon S3 as a service of the local cloud, and its CloudFormation types.
 * In: what the host gives. Out: its HTTP surface, a reader for other services, resource providers.
 * Must not be here: HTTP, storage.
 */
@NullMarked
package sst.local.s3;

import org.jspecify.annotations.NullMarked;
