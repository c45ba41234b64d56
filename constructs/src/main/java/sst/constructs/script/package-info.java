/**
 * Here: scripts, which run while a stack is deployed or removed.
 * In: props and functions. Out: a custom resource and what it calls.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.script;

import org.jspecify.annotations.NullMarked;
