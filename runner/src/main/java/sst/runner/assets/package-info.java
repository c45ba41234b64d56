/**
 * Here: the packing and publishing of file assets.
 * In: an assembly's assets and the buckets. Out: objects that are there and whole.
 * Must not be here: stacks, printing, AWS SDK types.
 */
@NullMarked
package sst.runner.assets;

import org.jspecify.annotations.NullMarked;
