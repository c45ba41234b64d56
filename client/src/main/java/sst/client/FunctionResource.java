package sst.client;

/** An AWS Lambda function that is bound to this function. */
public record FunctionResource(String functionName) {}
