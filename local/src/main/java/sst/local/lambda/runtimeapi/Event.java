package sst.local.lambda.runtimeapi;

import java.util.Map;

/**
 * One invocation as a runtime sees it.
 *
 * @param requestId a UUID
 * @param payload JSON
 * @param headers the {@code Lambda-Runtime-*} headers beside the request id: deadline, function ARN, trace id
 */
public record Event(String requestId, byte[] payload, Map<String, String> headers) {
    public Event {
        headers = Map.copyOf(headers);
    }
}
