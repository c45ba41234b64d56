package sst.runner.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lambda functions. */
public interface FunctionPort {
    /** Puts published code in place; Lambda may go on with it after the call, which the state tells. */
    FunctionState updateCode(String functionName, String bucket, String key);

    /**
     * Changes settings and, where given, the whole environment.
     *
     * @param settings {@code MemorySize}, {@code Timeout}, {@code Handler}, {@code Description}; empty for none
     */
    FunctionState configure(
            String functionName, Map<String, String> settings, @Nullable Map<String, String> environment);

    FunctionState state(String functionName);

    /**
     * A function as Lambda tells it.
     *
     * @param updating whether an update goes on
     * @param failure why the last update failed, empty when it did not
     */
    record FunctionState(boolean updating, String failure, Map<String, String> environment) {
        public FunctionState {
            environment = Map.copyOf(environment);
        }
    }

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
