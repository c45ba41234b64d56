/**
 * Here: the props and handle of functions, and how other constructs name a function.
 * In: what users write. Out: FunctionProps and FunctionDefinition.
 * Must not be here: builds and CDK.
 */
@NullMarked
package sst.model.function;

import org.jspecify.annotations.NullMarked;
