/**
 * Here: Step Functions state machines.
 * In: steps. Out: the CDK's object, and what functions may do with it.
 * Must not be here: how functions are made.
 */
@NullMarked
package sst.constructs.statemachine;

import org.jspecify.annotations.NullMarked;
