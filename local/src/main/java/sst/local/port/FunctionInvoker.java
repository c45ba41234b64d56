package sst.local.port;

/** Calls a Lambda function of the local cloud; API Gateway, CloudFormation and event sources use it. */
public interface FunctionInvoker {
    /**
     * Runs the function to its end.
     *
     * @param functionArn a function's name, ARN, or ARN with version or alias
     * @param payload the event as JSON bytes
     * @return the function's answer, or its error as Lambda reports it
     * @throws sst.local.wire.AwsException {@code ResourceNotFoundException} when there is no such function
     */
    Invocation invoke(String functionArn, byte[] payload);

    /** Queues the event and returns at once, as Lambda's {@code Event} invocation type does. */
    void invokeLater(String functionArn, byte[] payload);

    /** Whether there is such a function, by name, ARN, or ARN with version or alias. */
    boolean exists(String functionArn);

    /**
     * What came back from a function.
     *
     * @param payload the answer, or the error object when {@code functionError} is set
     * @param functionError {@code Unhandled} when the handler failed, timed out or exited; empty otherwise
     * @param logTail the last 4 KiB of the invocation's log
     */
    record Invocation(byte[] payload, String functionError, String logTail) {
        /** Whether the handler failed. */
        public boolean isError() {
            return !functionError.isEmpty();
        }
    }
}
