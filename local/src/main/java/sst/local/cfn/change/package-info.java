/**
 * Here: what changes between two states of a stack, and which changes replace a resource.
 * In: properties before and after, AWS's rules of resource types. Out: changes as a change set shows them.
 * Must not be here: anything that makes the changes.
 */
@NullMarked
package sst.local.cfn.change;

import org.jspecify.annotations.NullMarked;
