/**
 * Here: how stacks change: order, parallel steps, events, rollback, going on after a kill.
 * In: a stack whose status says that an operation is under way. Out: the same stack at rest.
 * Must not be here: the query API, template syntax, what single resource types do.
 */
@NullMarked
package sst.local.cfn.engine;

import org.jspecify.annotations.NullMarked;
