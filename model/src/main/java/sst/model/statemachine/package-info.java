/**
 * Here: the props and handle of state machines.
 * In: what users write. Out: StateMachineProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.statemachine;

import org.jspecify.annotations.NullMarked;
