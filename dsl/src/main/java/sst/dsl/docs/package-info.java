/**
 * Here: what is written out of the declarations of constructs: pages for people, completion for IntelliJ.
 * In: schemas. Out: text.
 * Must not be here: anything that is not in the declarations.
 */
@NullMarked
package sst.dsl.docs;

import org.jspecify.annotations.NullMarked;
