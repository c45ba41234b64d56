package sst.local.restapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sst.local.apigateway.FunctionUri;
import sst.local.restapi.control.RestRecords.RestKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/** Creates, reads and deletes resources, deployments, stages, authorizers and gateway responses. */
public final class PartOperations {
    private static final String SNAPSHOT = "snapshot";
    private static final List<String> KEPT = List.of("id", "createdDate", "path", "resourceMethods", SNAPSHOT);
    private static final List<String> ENVELOPE = List.of("restApiId", "stageDescription", "id", "stageName");

    private final RestRecords records;
    private final Clock clock;
    private final Supplier<String> ids;

    PartOperations(RestRecords records, Clock clock, Supplier<String> ids) {
        this.records = records;
        this.clock = clock;
        this.ids = ids;
    }

    List<RestRoute> routes() {
        List<RestRoute> routes = new ArrayList<>();
        for (RestKind kind : RestKind.values()) {
            String all = RestOperations.API + "/" + kind.path();
            String one = all + "/{" + kind.idMember() + "}";
            String title = kind.name();
            String made = kind == RestKind.RESOURCE ? all + "/{parentId}" : all;
            if (kind != RestKind.GATEWAY_RESPONSE) {
                routes.add(
                        new RestRoute("POST", made, "Create" + title, 201, (in, at) -> put(kind, ids.get(), in, at)));
            } else {
                routes.add(new RestRoute("PUT", one, "PutGatewayResponse", 201, (in, at) -> put(kind, "", in, at)));
            }
            routes.add(new RestRoute("GET", all, "Get" + title, 200, (in, at) -> list(kind, in, at)));
            routes.add(new RestRoute("GET", one, "Get" + title, 200, (in, at) -> shown(existing(kind, in, at))));
            routes.add(new RestRoute("DELETE", one, "Delete" + title, 202, (in, at) -> delete(kind, in, at)));
        }
        return routes;
    }

    /** Makes a part of that id, or brings the one there is into the same shape; stages go by their name. */
    public ObjectNode put(RestKind kind, String id, ObjectNode input, CallContext context) {
        RestKey key = RestKey.of(input, context);
        records.api(key);
        check(kind, input);
        String own =
                kind.idMember().equals("id") ? id : input.path(kind.idMember()).asText();
        ObjectNode part = records.findPart(key, kind, own).orElseGet(Json::object);
        part.retain(KEPT);
        part.put(kind.idMember(), own);
        kind.members().stream().filter(input::hasNonNull).forEach(name -> part.set(name, input.get(name)));
        switch (kind) {
            case RESOURCE -> resource(key, part);
            case DEPLOYMENT -> deployment(key, part);
            case STAGE -> stage(key, part);
            case AUTHORIZER -> authorizer(part);
            case GATEWAY_RESPONSE -> {}
        }
        records.putPart(key, kind, part);
        if (kind == RestKind.DEPLOYMENT && !input.path("stageName").asText("").isEmpty()) {
            release(key, part, input);
        }
        return shown(part);
    }

    private static void check(RestKind kind, ObjectNode input) {
        input.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean isEmpty = value.isNull()
                    || (value.isContainerNode() && value.isEmpty())
                    || value.asText().equals("false");
            boolean isKnown = kind.members().contains(member.getKey()) || ENVELOPE.contains(member.getKey());
            if (!isEmpty && !isKnown) {
                throw RestFaults.unsupported(member.getKey() + " of " + kind.path());
            }
        });
    }

    private void resource(RestKey key, ObjectNode resource) {
        ObjectNode parent =
                records.part(key, RestKind.RESOURCE, resource.path("parentId").asText());
        String name = resource.path("pathPart").asText();
        if (!name.matches("[a-zA-Z0-9._:-]+|\\{[a-zA-Z0-9._:-]+\\+?}")) {
            throw RestFaults.badRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable"
                    + " and curly braces at the beginning and the end.");
        }
        String above = parent.path("path").asText();
        String path = (above.equals("/") ? "" : above) + "/" + name;
        for (ObjectNode other : records.parts(key, RestKind.RESOURCE)) {
            boolean isOther = !other.path("id").equals(resource.path("id"));
            if (isOther && other.path("path").asText().equals(path)) {
                throw RestFaults.conflict("Another resource with the same parent already has this name: " + name);
            }
        }
        resource.put("path", path);
    }

    /** A deployment keeps resources and methods as they are now. */
    private void deployment(RestKey key, ObjectNode deployment) {
        if (deployment.has(SNAPSHOT)) {
            return;
        }
        ArrayNode snapshot = deployment.putArray(SNAPSHOT);
        List<ObjectNode> resources = records.parts(key, RestKind.RESOURCE);
        if (resources.stream().allMatch(each -> each.path("resourceMethods").isEmpty())) {
            throw RestFaults.badRequest("The REST API doesn't contain any methods");
        }
        snapshot.addAll(resources);
        deployment.put("createdDate", clock.millis() / 1000);
    }

    private void release(RestKey key, ObjectNode deployment, ObjectNode input) {
        String name = input.path("stageName").asText();
        ObjectNode stage = records.findPart(key, RestKind.STAGE, name)
                .orElseGet(() -> Json.object().put("stageName", name));
        records.putPart(
                key,
                RestKind.STAGE,
                stage.put("deploymentId", deployment.path("id").asText()));
    }

    private void stage(RestKey key, ObjectNode stage) {
        if (!stage.path("stageName").asText().matches("[a-zA-Z0-9_-]+")) {
            throw RestFaults.badRequest("Stage name only allows a-zA-Z0-9_");
        }
        records.part(key, RestKind.DEPLOYMENT, stage.path("deploymentId").asText());
    }

    private static void authorizer(ObjectNode authorizer) {
        String type = authorizer.path("type").asText();
        if (!type.equals("TOKEN") && !type.equals("REQUEST")) {
            throw RestFaults.unsupported("an authorizer of type " + type);
        }
        String uri = authorizer.path("authorizerUri").asText("");
        if (FunctionUri.arn(uri).isEmpty()) {
            throw RestFaults.badRequest("Invalid Authorizer URI: " + uri);
        }
    }

    private ObjectNode existing(RestKind kind, ObjectNode input, CallContext context) {
        return records.part(
                RestKey.of(input, context), kind, input.path(kind.idMember()).asText());
    }

    private ObjectNode list(RestKind kind, ObjectNode input, CallContext context) {
        RestKey key = RestKey.of(input, context);
        records.api(key);
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("item");
        records.parts(key, kind).forEach(part -> items.add(shown(part)));
        return answer;
    }

    /** Deletes a part; a resource with all below it. */
    public JsonNode delete(RestKind kind, ObjectNode input, CallContext context) {
        RestKey key = RestKey.of(input, context);
        ObjectNode part = existing(kind, input, context);
        String id = part.path(kind.idMember()).asText();
        if (kind == RestKind.DEPLOYMENT
                && records.parts(key, RestKind.STAGE).stream()
                        .anyMatch(stage -> stage.path("deploymentId").asText().equals(id))) {
            throw RestFaults.badRequest("Active stages pointing to this deployment must be moved or deleted: " + id);
        }
        if (kind == RestKind.RESOURCE) {
            String below = part.path("path").asText() + "/";
            records.parts(key, kind).stream()
                    .filter(each -> each.path("path").asText().startsWith(below))
                    .forEach(each ->
                            records.deletePart(key, kind, each.path("id").asText()));
        }
        records.deletePart(key, kind, id);
        return Json.object();
    }

    private static ObjectNode shown(ObjectNode part) {
        return part.deepCopy().without(SNAPSHOT);
    }
}
