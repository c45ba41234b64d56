package sst.local.httpapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.apigateway.Cors;
import sst.local.httpapi.access.Access;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.httpapi.control.Kind;

/**
 * An API as it answers: read from its records once and kept until they change.
 *
 * @param key region and id
 * @param cors its CORS settings
 * @param stages by name
 */
record DeployedApi(ApiKey key, Cors cors, Map<String, Stage> stages) {
    static final String DEFAULT_STAGE = "$default";

    DeployedApi {
        stages = Map.copyOf(stages);
    }

    /** A stage with the routes it answers. */
    record Stage(String name, RouteTable routes, Map<String, String> variables, AccessLog log) {
        Stage {
            variables = Map.copyOf(variables);
        }
    }

    /** A stage and the raw path behind its name. */
    record Place(Stage stage, String path) {
        /** The path as events show it: with the stage's name, unless that is the default. */
        String shown() {
            String decoded = RouteTable.decode(path);
            return stage.name().equals(DEFAULT_STAGE) ? decoded : "/" + stage.name() + decoded;
        }
    }

    static DeployedApi read(ApiRecords records, ApiKey key) {
        Map<String, Stage> stages = new HashMap<>();
        for (JsonNode stage : records.parts(key, Kind.STAGE)) {
            String name = stage.path("stageName").asText();
            Map<String, String> variables = new TreeMap<>();
            stage.path("stageVariables")
                    .properties()
                    .forEach(entry ->
                            variables.put(entry.getKey(), entry.getValue().asText()));
            stages.put(
                    name,
                    new Stage(
                            name,
                            routes(records, key, stage),
                            variables,
                            AccessLog.of(stage.path("accessLogSettings"))));
        }
        return new DeployedApi(key, Cors.of(records.api(key).path("corsConfiguration")), stages);
    }

    /** The stage that a raw path below the API names, or else the default one. */
    Optional<Place> place(String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        Stage named = first.equals(DEFAULT_STAGE) ? null : stages.get(first);
        if (named != null) {
            return Optional.of(new Place(named, end < 0 ? "/" : path.substring(end)));
        }
        return Optional.ofNullable(stages.get(DEFAULT_STAGE))
                .map(stage -> new Place(stage, path.isEmpty() ? "/" : path));
    }

    /** A stage that deploys by itself has today's routes; any other those of its deployment. */
    private static RouteTable routes(ApiRecords records, ApiKey key, JsonNode stage) {
        if (stage.path("autoDeploy").asBoolean()) {
            return table(records, key, records.parts(key, Kind.ROUTE), records.parts(key, Kind.INTEGRATION));
        }
        JsonNode snapshot = records.findPart(
                        key, Kind.DEPLOYMENT, stage.path("deploymentId").asText())
                .map(deployment -> deployment.path("snapshot"))
                .orElseGet(() -> stage.path("nothing"));
        return table(records, key, snapshot.path("routes"), snapshot.path("integrations"));
    }

    private static RouteTable table(
            ApiRecords records,
            ApiKey key,
            Iterable<? extends JsonNode> routes,
            Iterable<? extends JsonNode> integrations) {
        Map<String, JsonNode> authorizers = new HashMap<>();
        records.parts(key, Kind.AUTHORIZER)
                .forEach(each -> authorizers.put(each.path("authorizerId").asText(), each));
        Map<String, Integration> targets = new HashMap<>();
        integrations.forEach(integration ->
                targets.put("integrations/" + integration.path("integrationId").asText(), Integration.of(integration)));
        List<RouteTable.Route> all = new ArrayList<>();
        routes.forEach(route -> all.add(new RouteTable.Route(
                route.path("routeKey").asText(),
                targets.getOrDefault(route.path("target").asText(), new Integration.None()),
                Access.of(
                        key.id(),
                        route,
                        authorizers.getOrDefault(route.path("authorizerId").asText(), MissingNode.getInstance())))));
        return new RouteTable(all);
    }
}
