package sst.local.lambda.worker;

import java.util.Map;

/**
 * One call of a function.
 *
 * @param requestId a UUID
 * @param arn as the caller named the function, with its version or alias
 * @param payload JSON
 * @param headers further {@code Lambda-Runtime-*} headers, such as the client context
 */
public record Invocation(String requestId, String arn, byte[] payload, Map<String, String> headers) {
    public Invocation {
        headers = Map.copyOf(headers);
    }
}
