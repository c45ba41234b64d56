package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import sst.local.httpapi.control.ApiRecords.ApiKey;

/** What a route may be: of an HTTP API a method and a path, of a WebSocket API any word. */
final class RouteRules {
    private static final Pattern HTTP_KEY =
            Pattern.compile("\\$default|(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /\\S*");
    private static final Pattern SOCKET_KEY = Pattern.compile("\\$(?:connect|disconnect|default)|[^$].{0,127}");

    private final ApiRecords records;

    RouteRules(ApiRecords records) {
        this.records = records;
    }

    /** Lays down defaults; refuses what cannot be. */
    void complete(ApiKey key, ObjectNode route) {
        boolean isSocket = records.isSocket(key);
        String routeKey = ApiOperations.require(route, "routeKey");
        if (isSocket) {
            checkSocket(routeKey, route);
        } else {
            checkHttp(routeKey);
        }
        authorize(key, route, isSocket);
        if (route.path("apiKeyRequired").asBoolean()) {
            throw ApiFaults.unsupported("ApiKeyRequired of a route");
        }
        route.put("apiKeyRequired", false);
        checkUnique(key, route);
    }

    private void checkUnique(ApiKey key, ObjectNode route) {
        String routeKey = route.path("routeKey").asText();
        for (ObjectNode other : records.parts(key, Kind.ROUTE)) {
            boolean isOther = !other.path("routeId").equals(route.path("routeId"));
            if (isOther && other.path("routeKey").asText().equals(routeKey)) {
                throw ApiFaults.conflict("Route with key " + routeKey + " already exists for this API");
            }
        }
    }

    private static void checkHttp(String key) {
        if (!HTTP_KEY.matcher(key).matches()) {
            throw ApiFaults.badRequest(
                    "The provided route key is not formatted properly for HTTP protocol. Format should"
                            + " be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\": " + key);
        }
        int greedy = key.indexOf("+}");
        if (greedy >= 0 && greedy != key.length() - 2) {
            throw ApiFaults.badRequest("Greedy path variables must be at the end of the route: " + key);
        }
    }

    private static void checkSocket(String key, JsonNode route) {
        if (!SOCKET_KEY.matcher(key).matches()) {
            throw ApiFaults.badRequest("Invalid route key: " + key);
        }
        String selection = route.path("routeResponseSelectionExpression").asText("$default");
        if (!selection.equals("$default")) {
            throw ApiFaults.badRequest(
                    "Invalid RouteResponseSelectionExpression specified. Only $default is supported for now.");
        }
    }

    private void authorize(ApiKey key, ObjectNode route, boolean isSocket) {
        String type = route.path("authorizationType").asText("NONE");
        Set<String> known = isSocket ? Set.of("NONE", "AWS_IAM", "CUSTOM") : Set.of("NONE", "AWS_IAM", "CUSTOM", "JWT");
        if (!known.contains(type)) {
            throw ApiFaults.badRequest("Invalid authorization type specified: " + type);
        }
        route.put("authorizationType", type);
        if (type.equals("CUSTOM") || type.equals("JWT")) {
            String id = ApiOperations.require(route, "authorizerId");
            String kind = records.part(key, Kind.AUTHORIZER, id)
                    .path("authorizerType")
                    .asText();
            if (type.equals("JWT") != kind.equals("JWT")) {
                throw ApiFaults.badRequest("Authorization type " + type + " does not go with authorizer " + id);
            }
        } else {
            route.remove("authorizerId");
        }
    }
}
