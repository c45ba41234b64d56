package sst.local.lambda.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sst.local.lambda.runtimeapi.Outcome;
import sst.local.lambda.runtimeapi.RuntimeApi;

/** The error objects that Lambda itself makes when a runtime could not. */
final class InvocationError {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InvocationError() {}

    static byte[] timedOut(String requestId, int seconds) {
        return of("Sandbox.Timedout", "RequestId: " + requestId + " Error: " + timedOutText(seconds));
    }

    static String timedOutText(int seconds) {
        return String.format(Locale.ROOT, "Task timed out after %.2f seconds", (double) seconds);
    }

    static byte[] exited(String requestId, Outcome.Exited exit) {
        return of("Runtime.ExitError", "RequestId: " + requestId + " Error: " + exitText(exit));
    }

    static String exitText(Outcome.Exited exit) {
        return switch (exit.status()) {
            case 0 -> "Runtime exited without providing a reason";
            case 137 -> "Runtime exited with error: signal: killed";
            case 139 -> "Runtime exited with error: signal: segmentation fault";
            case 143 -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + exit.status();
        };
    }

    static byte[] tooLarge() {
        return of(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + RuntimeApi.MAX_ANSWER + " bytes).");
    }

    static byte[] of(String type, String message) {
        try {
            return JSON.writeValueAsBytes(new TreeMap<>(Map.of("errorType", type, "errorMessage", message)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
