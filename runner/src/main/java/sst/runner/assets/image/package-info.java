/**
 * Here: container images, built and pushed by the docker client of this machine.
 * In: image assets and their registries. Out: images in their repositories.
 * Must not be here: other assets, stacks, printing.
 */
@NullMarked
package sst.runner.assets.image;

import org.jspecify.annotations.NullMarked;
