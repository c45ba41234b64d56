/**
 * Here: the props and handle of scripts, which run while a stack is deployed.
 * In: what users write. Out: ScriptProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.script;

import org.jspecify.annotations.NullMarked;
