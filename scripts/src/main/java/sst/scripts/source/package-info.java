/**
 * Here: the scripts of a project, and what they say of themselves.
 * In: the folder scripts/. Out: files and headers, read from text alone.
 * Must not be here: compilers.
 */
@NullMarked
package sst.scripts.source;

import org.jspecify.annotations.NullMarked;
