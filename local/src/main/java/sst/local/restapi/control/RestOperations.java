package sst.local.restapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import sst.local.restapi.control.RestRecords.RestKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/** Creates, reads and deletes REST APIs (https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html). */
public final class RestOperations {
    static final String APIS = "/restapis";
    static final String API = APIS + "/{restApiId}";
    private static final List<String> MEMBERS = List.of(
            "apiKeySource",
            "binaryMediaTypes",
            "description",
            "disableExecuteApiEndpoint",
            "endpointConfiguration",
            "minimumCompressionSize",
            "name",
            "policy",
            "tags",
            "version");
    private static final List<String> REFUSED = List.of("body", "bodyS3Location", "cloneFrom");

    private final RestRecords records;
    private final Clock clock;
    private final Supplier<String> ids;

    RestOperations(RestRecords records, Clock clock, Supplier<String> ids) {
        this.records = records;
        this.clock = clock;
        this.ids = ids;
    }

    List<RestRoute> routes() {
        return List.of(
                new RestRoute("POST", APIS, "CreateRestApi", 201, (in, at) -> put(ids.get(), in, at)),
                new RestRoute("GET", APIS, "GetRestApis", 200, this::list),
                new RestRoute("GET", API, "GetRestApi", 200, (in, at) -> records.api(RestKey.of(in, at))),
                new RestRoute("DELETE", API, "DeleteRestApi", 202, this::delete));
    }

    /** Makes an API of that id with its root resource, or changes the one there is. */
    public ObjectNode put(String id, ObjectNode input, CallContext context) {
        if (input.path("name").asText("").isEmpty()) {
            throw RestFaults.badRequest("Name is required");
        }
        for (String name : REFUSED) {
            if (!input.path(name).isEmpty() || input.path(name).isTextual()) {
                throw RestFaults.unsupported(name + " of a REST API");
            }
        }
        RestKey key = new RestKey(context.region(), id);
        ObjectNode api = records.find(key).orElseGet(() -> root(key));
        api.remove(MEMBERS);
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> api.set(name, input.get(name)));
        if (!api.has("apiKeySource")) {
            api.put("apiKeySource", "HEADER");
        }
        if (!api.has("endpointConfiguration")) {
            api.putObject("endpointConfiguration").putArray("types").add("EDGE");
        }
        records.putApi(key, api);
        return api;
    }

    private ObjectNode root(RestKey key) {
        String root = ids.get();
        records.putPart(key, RestKind.RESOURCE, Json.object().put("id", root).put("path", "/"));
        return Json.object()
                .put("id", key.id())
                .put("createdDate", clock.millis() / 1000)
                .put("disableExecuteApiEndpoint", false)
                .put("rootResourceId", root);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("item");
        records.apis(context.region()).forEach(items::add);
        return answer;
    }

    /** Deletes an API with all its parts. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        records.deleteApi(RestKey.of(input, context));
        return Json.object();
    }
}
