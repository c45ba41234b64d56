package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.apigateway.FunctionUri;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.httpapi.control.Kind;

/**
 * A stage of a WebSocket API as it answers now.
 *
 * @param key region and id of the API
 * @param stage the stage's name
 * @param variables of the stage
 * @param selection the route selection expression
 * @param routes by their keys
 */
record SocketApi(
        ApiKey key, String stage, Map<String, String> variables, String selection, Map<String, SocketRoute> routes) {
    SocketApi {
        variables = Map.copyOf(variables);
        routes = Map.copyOf(routes);
    }

    /** A stage that deploys by itself has today's routes; any other those of its deployment. */
    static Optional<SocketApi> read(ApiRecords records, ApiKey key, String stageName) {
        Optional<? extends JsonNode> stage = records.findPart(key, Kind.STAGE, stageName);
        return stage.map(found -> {
            JsonNode deployment = records.findPart(
                            key, Kind.DEPLOYMENT, found.path("deploymentId").asText())
                    .<JsonNode>map(each -> each.path("snapshot"))
                    .orElseGet(() -> found.path("nothing"));
            boolean isToday = found.path("autoDeploy").asBoolean();
            Map<String, JsonNode> integrations = new HashMap<>();
            (isToday ? records.parts(key, Kind.INTEGRATION) : deployment.path("integrations"))
                    .forEach(each -> integrations.put(
                            "integrations/" + each.path("integrationId").asText(), each));
            Map<String, SocketRoute> routes = new TreeMap<>();
            (isToday ? records.parts(key, Kind.ROUTE) : deployment.path("routes"))
                    .forEach(each -> routes.put(
                            each.path("routeKey").asText(),
                            SocketRoute.of(
                                    each,
                                    integrations.getOrDefault(
                                            each.path("target").asText(), found.path("nothing")))));
            String selection = records.api(key).path("routeSelectionExpression").asText();
            return new SocketApi(key, stageName, variables(found), selection, routes);
        });
    }

    private static Map<String, String> variables(JsonNode stage) {
        Map<String, String> variables = new TreeMap<>();
        stage.path("stageVariables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    /** The API's name on AWS, as events show it. */
    String domain() {
        return key.id() + ".execute-api." + key.region() + ".amazonaws.com";
    }

    /**
     * A route.
     *
     * @param key such as {@code $connect}
     * @param functionArn what is called; empty for a mock
     * @param millis the longest that it may take
     * @param answers whether what the function gives goes to the client
     * @param authorizerId empty when nobody is asked
     */
    record SocketRoute(String key, String functionArn, int millis, boolean answers, String authorizerId) {
        static SocketRoute of(JsonNode route, JsonNode integration) {
            boolean isAsked = route.path("authorizationType").asText().equals("CUSTOM");
            return new SocketRoute(
                    route.path("routeKey").asText(),
                    FunctionUri.arn(integration.path("integrationUri").asText()).orElse(""),
                    integration.path("timeoutInMillis").asInt(29_000),
                    !route.path("routeResponseSelectionExpression").asText("").isEmpty()
                            && !route.path("routeResponses").isEmpty(),
                    isAsked ? route.path("authorizerId").asText() : "");
        }
    }
}
