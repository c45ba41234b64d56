/**
 * Here: JavaScript and TypeScript functions.
 * In: an entry file and SST v2's nodejs settings. Out: a recipe that bundles it.
 * Must not be here: other languages, caching.
 */
@NullMarked
package sst.constructs.build.node;

import org.jspecify.annotations.NullMarked;
