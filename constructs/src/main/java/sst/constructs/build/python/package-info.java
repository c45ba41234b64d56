/**
 * Here: Python functions.
 * In: a module in a folder with requirements. Out: a recipe that packs the folder.
 * Must not be here: other languages, caching.
 */
@NullMarked
package sst.constructs.build.python;

import org.jspecify.annotations.NullMarked;
