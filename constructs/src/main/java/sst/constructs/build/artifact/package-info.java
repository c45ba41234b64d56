/**
 * Here: made code on disk and the memory of what it was made from.
 * In: recipes. Out: artifacts, made again only when their inputs changed.
 * Must not be here: any language.
 */
@NullMarked
package sst.constructs.build.artifact;

import org.jspecify.annotations.NullMarked;
