/**
 * Here: what stands between the socket and a service that reads a body: aws-chunked, gzip, checksums, bounds.
 * In: streams as they came. Out: streams of the bytes that were meant.
 * Must not be here: routing, protocols, services.
 */
@NullMarked
package sst.local.wire.body;

import org.jspecify.annotations.NullMarked;
