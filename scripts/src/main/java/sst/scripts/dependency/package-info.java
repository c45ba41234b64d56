/**
 * Here: the jars that scripts ask for.
 * In: Maven coordinates. Out: files.
 * Must not be here: class loading.
 */
@NullMarked
package sst.scripts.dependency;

import org.jspecify.annotations.NullMarked;
