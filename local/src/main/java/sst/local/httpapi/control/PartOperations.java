package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Creates, reads, changes and deletes the parts of an API: routes, integrations, stages, deployments. */
public final class PartOperations {
    private final ApiRecords records;
    private final RouteRules routeRules;
    private final Clock clock;
    private final Supplier<String> ids;

    PartOperations(ApiRecords records, Clock clock, Supplier<String> ids) {
        this.records = records;
        this.routeRules = new RouteRules(records);
        this.clock = clock;
        this.ids = ids;
    }

    List<RestRoute> routes() {
        List<RestRoute> routes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String all = ApiOperations.API + "/" + kind.path();
            String one = all + "/{" + kind.idMember() + "}";
            String title = kind.title();
            routes.add(new RestRoute("POST", all, "Create" + title, 201, (in, at) -> create(kind, in, at)));
            routes.add(new RestRoute("GET", all, "Get" + title + "s", 200, (in, at) -> list(kind, in, at)));
            routes.add(new RestRoute("GET", one, "Get" + title, 200, (in, at) -> get(kind, in, at)));
            routes.add(new RestRoute("PATCH", one, "Update" + title, 200, (in, at) -> update(kind, in, at)));
            routes.add(new RestRoute("DELETE", one, "Delete" + title, 204, (in, at) -> delete(kind, in, at)));
        }
        return routes;
    }

    /** Creates a part. */
    public ObjectNode create(Kind kind, ObjectNode input, CallContext context) {
        return create(kind, ids.get(), input, context);
    }

    /** Creates a part of that id, or brings the one there is into the same shape; stages go by their name. */
    public ObjectNode create(Kind kind, String id, ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        records.api(key);
        ObjectNode part = ApiOperations.object();
        if (kind == Kind.STAGE) {
            String name = ApiOperations.require(input, "stageName");
            if (records.findPart(key, kind, name).isPresent()) {
                throw ApiFaults.conflict("Stage already exists");
            }
        } else {
            part.put(kind.idMember(), id);
        }
        if (kind == Kind.STAGE || kind == Kind.DEPLOYMENT) {
            part.put("createdDate", clock.instant().toString());
        }
        return save(key, kind, part, input);
    }

    /** One part. */
    public ObjectNode get(Kind kind, ObjectNode input, CallContext context) {
        return shown(records.part(ApiOperations.key(input, context), kind, id(kind, input)));
    }

    /** Changes the members that are given. */
    public ObjectNode update(Kind kind, ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        return save(key, kind, records.part(key, kind, id(kind, input)), input);
    }

    /** Replaces all members of a part; what is not given goes back to its default. */
    public ObjectNode replace(Kind kind, ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        ObjectNode part = records.part(key, kind, id(kind, input));
        part.retain("createdDate", "snapshot", "deploymentStatus", RouteResponses.MEMBER, kind.idMember());
        return save(key, kind, part, input);
    }

    /** Deletes a part. */
    public JsonNode delete(Kind kind, ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        String id = id(kind, input);
        records.part(key, kind, id);
        if (kind == Kind.INTEGRATION) {
            for (ObjectNode route : records.parts(key, Kind.ROUTE)) {
                if (route.path("target").asText().equals("integrations/" + id)) {
                    throw ApiFaults.conflict(
                            "Cannot delete Integration '" + id + "' because it is referenced by routes");
                }
            }
        }
        records.deletePart(key, kind, id);
        return ApiOperations.object();
    }

    /** The integration, route and stage of an API that was made with a target. */
    void quick(ApiKey key, ObjectNode api) {
        ObjectNode integration = ApiOperations.object();
        String target = api.path("target").asText();
        integration.put("integrationType", target.startsWith("arn:") ? "AWS_PROXY" : "HTTP_PROXY");
        integration
                .put("integrationUri", target)
                .put("payloadFormatVersion", target.startsWith("arn:") ? "2.0" : "1.0");
        ObjectNode made =
                save(key, Kind.INTEGRATION, ApiOperations.object().put("integrationId", ids.get()), integration);
        ObjectNode route =
                ApiOperations.object().put("routeKey", api.path("routeKey").asText("$default"));
        route.put("target", "integrations/" + made.path("integrationId").asText());
        save(key, Kind.ROUTE, ApiOperations.object().put("routeId", ids.get()), route);
        ObjectNode stage = ApiOperations.object().put("stageName", "$default").put("autoDeploy", true);
        save(key, Kind.STAGE, ApiOperations.object(), stage);
    }

    private ObjectNode save(ApiKey key, Kind kind, ObjectNode part, ObjectNode input) {
        PartRules.check(kind, input);
        kind.members().stream().filter(input::hasNonNull).forEach(name -> part.set(name, input.get(name)));
        switch (kind) {
            case ROUTE -> routeRules.complete(key, part);
            case INTEGRATION -> PartRules.completeIntegration(part, records.isSocket(key));
            case AUTHORIZER -> AuthorizerRules.complete(part, records.isSocket(key));
            case STAGE -> checkStage(key, part);
            case DEPLOYMENT -> deploy(key, part, input);
        }
        records.putPart(key, kind, part);
        return shown(part);
    }

    private void checkStage(ApiKey key, ObjectNode stage) {
        PartRules.completeStage(stage, clock);
        if (stage.hasNonNull("deploymentId")) {
            records.part(key, Kind.DEPLOYMENT, stage.path("deploymentId").asText());
        }
    }

    /** A deployment keeps routes and integrations as they are now. */
    private void deploy(ApiKey key, ObjectNode deployment, ObjectNode input) {
        if (deployment.has("snapshot")) {
            return;
        }
        ObjectNode snapshot = deployment.putObject("snapshot");
        snapshot.putArray("routes").addAll(records.parts(key, Kind.ROUTE));
        snapshot.putArray("integrations").addAll(records.parts(key, Kind.INTEGRATION));
        deployment.put("deploymentStatus", "DEPLOYED").put("autoDeployed", false);
        String stageName = input.path("stageName").asText("");
        if (!stageName.isEmpty()) {
            ObjectNode stage = records.part(key, Kind.STAGE, stageName);
            records.putPart(
                    key,
                    Kind.STAGE,
                    stage.put("deploymentId", deployment.path("deploymentId").asText()));
        }
    }

    private ObjectNode list(Kind kind, ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        records.api(key);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        records.parts(key, kind).forEach(part -> items.add(shown(part)));
        return ApiOperations.object().set("items", items);
    }

    private static ObjectNode shown(ObjectNode part) {
        return part.deepCopy().without(List.of("snapshot", RouteResponses.MEMBER));
    }

    private static String id(Kind kind, ObjectNode input) {
        return input.path(kind.idMember()).asText();
    }
}
