package sst.local.httpapi.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that has found its route.
 *
 * @param api the API's id
 * @param domain its name on AWS, {@code id.execute-api.region.amazonaws.com}
 * @param stage the stage's name
 * @param stageVariables may be empty
 * @param routeKey such as {@code GET /notes/{id}}
 * @param pathParameters decoded
 * @param http the request itself
 * @param requestId a UUID
 * @param time milliseconds since the epoch
 * @param authorizer what is known of the caller, under {@code jwt} or {@code lambda}; empty when nobody was asked
 */
public record Routed(
        String api,
        String domain,
        String stage,
        Map<String, String> stageVariables,
        String routeKey,
        Map<String, String> pathParameters,
        Http http,
        String requestId,
        long time,
        JsonNode authorizer) {
    public Routed {
        stageVariables = Map.copyOf(stageVariables);
        pathParameters = Map.copyOf(pathParameters);
    }

    /** The same request of a caller that is known now. */
    public Routed by(JsonNode known) {
        return new Routed(api, domain, stage, stageVariables, routeKey, pathParameters, http, requestId, time, known);
    }

    /**
     * The parts of a request.
     *
     * @param method upper case
     * @param path decoded, with a named stage in front
     * @param query raw
     * @param headers by lower-case name
     * @param body empty when there is none
     */
    public record Http(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        public Http {
            Map<String, List<String>> copy = new TreeMap<>();
            headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            headers = copy;
        }

        /** The values of a header, joined as one. */
        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }
}
