package sst.runner.aws;

import org.jspecify.annotations.Nullable;

/** Lambda functions. */
public interface FunctionPort {
    /** Calls a function and waits for its answer. */
    Invocation invoke(String functionName, String payload);

    /**
     * What a call answered.
     *
     * @param error {@code Handled} or {@code Unhandled} when the function failed, else null
     * @param log the last 4 KB that the call logged
     */
    record Invocation(int status, String payload, @Nullable String error, String log) {}
}
