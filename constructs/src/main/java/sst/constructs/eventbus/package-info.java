/**
 * Here: EventBridge buses.
 * In: props and receivers. Out: the CDK's objects, and what functions may do with them.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.eventbus;

import org.jspecify.annotations.NullMarked;
