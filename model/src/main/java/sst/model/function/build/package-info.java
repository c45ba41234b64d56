/**
 * Here: how the code of a function or job is built, by language, and what runs around it.
 * In: what users write. Out: props of builds, hooks.
 * Must not be here: the builds themselves.
 */
@NullMarked
package sst.model.function.build;

import org.jspecify.annotations.NullMarked;
