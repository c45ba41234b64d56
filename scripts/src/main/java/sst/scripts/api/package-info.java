/**
 * Here: what a script imports: its scope and what it says of itself.
 * In: the stage. Out: the stage's resources and clients.
 * Must not be here: how scripts are compiled.
 */
@NullMarked
package sst.scripts.api;

import org.jspecify.annotations.NullMarked;
