/**
 * Here: what constructs that send events share: functions made or found, additions of other stacks.
 * In: receivers of the model. Out: functions of the CDK, and what bindings reach.
 * Must not be here: any single construct.
 */
@NullMarked
package sst.constructs.event;

import org.jspecify.annotations.NullMarked;
