package sst.runner.aws.stack;

/** One resource of a deployed stack. */
public record StackResource(String logicalId, String physicalId, String type, StackStatus status) {}
