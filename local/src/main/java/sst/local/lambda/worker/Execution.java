package sst.local.lambda.worker;

/**
 * What an invocation gave.
 *
 * @param payload the answer, or the error object when {@code functionError} is set
 * @param functionError {@code Unhandled} or empty
 * @param logTail the last 4 KiB of its log
 */
public record Execution(byte[] payload, String functionError, String logTail) {}
