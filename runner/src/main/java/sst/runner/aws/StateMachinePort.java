package sst.runner.aws;

/** Step Functions. */
@FunctionalInterface
public interface StateMachinePort {
    /** Lets runs from now on follow another definition. */
    void define(String stateMachineArn, String definition);
}
