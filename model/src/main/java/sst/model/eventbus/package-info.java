/**
 * Here: the props and handle of EventBridge buses.
 * In: what users write. Out: EventBusProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.eventbus;

import org.jspecify.annotations.NullMarked;
