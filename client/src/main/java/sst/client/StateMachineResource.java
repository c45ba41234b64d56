package sst.client;

/** A Step Functions state machine that is bound to this function. */
public record StateMachineResource(String stateMachineArn) {}
