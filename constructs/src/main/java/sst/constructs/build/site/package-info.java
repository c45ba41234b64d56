/**
 * Here: the build of a web site, and the function that uploads it.
 * In: a folder and the user's command. Out: a package of both.
 * Must not be here: the bucket and what serves it.
 */
@NullMarked
package sst.constructs.build.site;

import org.jspecify.annotations.NullMarked;
