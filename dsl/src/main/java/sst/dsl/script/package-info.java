/**
 * Here: config files compiled to classes, kept with their outlines by what they were compiled from, and loaded afresh.
 * In: source text. Out: a class to run, or diagnostics for what is not valid Groovy.
 * Must not be here: knowledge of blocks.
 */
@NullMarked
package sst.dsl.script;

import org.jspecify.annotations.NullMarked;
