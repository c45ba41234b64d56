/**
 * Here: jars that a session takes in while it goes on.
 * In: Maven coordinates, typed or in a line. Out: files.
 * Must not be here: class loading, Maven's resolver.
 */
@NullMarked
package sst.repl.dependency;

import org.jspecify.annotations.NullMarked;
