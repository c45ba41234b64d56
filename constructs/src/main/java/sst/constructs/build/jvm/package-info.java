/**
 * Here: Java and Groovy functions.
 * In: a Maven or Gradle project, or one source file. Out: a recipe that makes jars or classes of it.
 * Must not be here: other languages, caching, Groovy's classes.
 */
@NullMarked
package sst.constructs.build.jvm;

import org.jspecify.annotations.NullMarked;
