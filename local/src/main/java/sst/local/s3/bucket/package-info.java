/**
 * Here: buckets, their objects with versions, and uploads in parts.
 * In: streams and headers. Out: records in the store, bytes in files named by chance, never by key.
 * Must not be here: HTTP, XML.
 */
@NullMarked
package sst.local.s3.bucket;

import org.jspecify.annotations.NullMarked;
