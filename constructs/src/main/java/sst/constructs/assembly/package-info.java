/**
 * Here: the cloud assembly on disk: what it was made from, and which line each resource comes from.
 * In: what the CDK wrote. Out: sst.json beside it.
 * Must not be here: the CDK itself.
 */
@NullMarked
package sst.constructs.assembly;

import org.jspecify.annotations.NullMarked;
