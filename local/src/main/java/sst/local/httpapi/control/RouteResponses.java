package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/**
 * The responses of WebSocket routes, kept in their routes: with one, what a function gives goes back to the client.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
public final class RouteResponses {
    static final String MEMBER = "routeResponses";
    private static final String ID = "routeResponseId";
    private static final List<String> MEMBERS = List.of("routeResponseKey", "modelSelectionExpression");

    private final ApiRecords records;
    private final Supplier<String> ids;

    RouteResponses(ApiRecords records, Supplier<String> ids) {
        this.records = records;
        this.ids = ids;
    }

    List<RestRoute> routes() {
        String all = ApiOperations.API + "/routes/{routeId}/routeresponses";
        String one = all + "/{routeResponseId}";
        return List.of(
                new RestRoute("POST", all, "CreateRouteResponse", 201, (in, at) -> put(in.put(ID, ids.get()), at)),
                new RestRoute("GET", all, "GetRouteResponses", 200, this::list),
                new RestRoute("GET", one, "GetRouteResponse", 200, this::get),
                new RestRoute("PATCH", one, "UpdateRouteResponse", 200, this::put),
                new RestRoute("DELETE", one, "DeleteRouteResponse", 204, this::delete));
    }

    /** Makes or changes the response of that id. */
    public ObjectNode put(ObjectNode input, CallContext context) {
        ObjectNode route = route(input, context);
        if (!ApiOperations.require(input, "routeResponseKey").equals("$default")) {
            throw ApiFaults.badRequest("Invalid route response key specified. Only $default is supported.");
        }
        ObjectNode response = ApiOperations.object().put(ID, input.path(ID).asText());
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> response.set(name, input.get(name)));
        route.withObjectProperty(MEMBER).set(input.path(ID).asText(), response);
        records.putPart(ApiOperations.key(input, context), Kind.ROUTE, route);
        return response;
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        JsonNode found = route(input, context).path(MEMBER).path(input.path(ID).asText());
        if (!found.isObject()) {
            throw ApiFaults.notFound("RouteResponse", input.path(ID).asText());
        }
        return (ObjectNode) found;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        ObjectNode answer = ApiOperations.object();
        var items = answer.putArray("items");
        route(input, context).path(MEMBER).forEach(items::add);
        return answer;
    }

    /** Takes a response away. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        get(input, context);
        ObjectNode route = route(input, context);
        route.withObjectProperty(MEMBER).remove(input.path(ID).asText());
        records.putPart(ApiOperations.key(input, context), Kind.ROUTE, route);
        return ApiOperations.object();
    }

    private ObjectNode route(ObjectNode input, CallContext context) {
        ApiKey key = ApiOperations.key(input, context);
        return records.part(key, Kind.ROUTE, input.path("routeId").asText());
    }
}
