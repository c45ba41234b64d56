package sst.local.lambda.runtimeapi;

/** How an invocation, or the start of a runtime, ended. */
public sealed interface Outcome {
    /**
     * The handler answered.
     *
     * @param payload the answer's bytes
     */
    record Answered(byte[] payload) implements Outcome {}

    /**
     * The handler or the runtime's start failed and the runtime said so.
     *
     * @param error the error object that the runtime posted, as JSON
     */
    record Failed(byte[] error) implements Outcome {}

    /**
     * The answer was larger than Lambda takes.
     *
     * @param bytes its size
     */
    record TooLarge(long bytes) implements Outcome {}

    /**
     * The runtime's process ended without an answer.
     *
     * @param status its exit status, 128 + n after signal n
     */
    record Exited(int status) implements Outcome {}

    /** No answer came in time. */
    record TimedOut() implements Outcome {}
}
