/**
 * Here: what is asked of a build: the function, its handler, its settings, and what building needs around it.
 * In: what the config says of a function. Out: checked values.
 * Must not be here: how any language is built.
 */
@NullMarked
package sst.constructs.build.request;

import org.jspecify.annotations.NullMarked;
