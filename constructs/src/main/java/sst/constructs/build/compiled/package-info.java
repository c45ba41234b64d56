/**
 * Here: languages whose own tools compile them: Go, Rust, .NET.
 * In: a request and a project. Out: the package that Lambda starts.
 * Must not be here: languages that we bundle ourselves.
 */
@NullMarked
package sst.constructs.build.compiled;

import org.jspecify.annotations.NullMarked;
