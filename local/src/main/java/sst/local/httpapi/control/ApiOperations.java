package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import sst.local.httpapi.control.ApiRecords.ApiKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Creates, reads, changes and deletes HTTP APIs (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html). */
public final class ApiOperations {
    static final String APIS = "/v2/apis";
    static final String API = APIS + "/{apiId}";
    private static final Set<String> MEMBERS = Set.of(
            "corsConfiguration",
            "description",
            "disableExecuteApiEndpoint",
            "ipAddressType",
            "name",
            "routeSelectionExpression",
            "tags",
            "version");

    private final ApiRecords records;
    private final PartOperations parts;
    private final Making making;
    private final ApiControl.Addresses addresses;

    /** What a new API takes its time and its id from. */
    record Making(Clock clock, Supplier<String> ids) {}

    ApiOperations(ApiRecords records, PartOperations parts, Making making, ApiControl.Addresses addresses) {
        this.records = records;
        this.parts = parts;
        this.making = making;
        this.addresses = addresses;
    }

    List<RestRoute> routes() {
        return List.of(
                new RestRoute("POST", APIS, "CreateApi", 201, this::create),
                new RestRoute("GET", APIS, "GetApis", 200, this::list),
                new RestRoute("GET", API, "GetApi", 200, this::get),
                new RestRoute("PATCH", API, "UpdateApi", 200, this::update),
                new RestRoute("DELETE", API, "DeleteApi", 204, this::delete),
                new RestRoute("DELETE", API + "/cors", "DeleteCorsConfiguration", 204, this::deleteCors),
                new RestRoute("GET", "/v2/tags/{resourceArn+}", "GetTags", 200, this::tags),
                new RestRoute("POST", "/v2/tags/{resourceArn+}", "TagResource", 201, this::tag),
                new RestRoute("DELETE", "/v2/tags/{resourceArn+}", "UntagResource", 204, this::untag));
    }

    /** Creates an API; {@code target} and {@code routeKey} make the quick one-route kind. */
    public ObjectNode create(ObjectNode input, CallContext context) {
        return create(making.ids().get(), input, context);
    }

    /** Creates an API of that id, or brings the one there is into the same shape. */
    public ObjectNode create(String id, ObjectNode input, CallContext context) {
        String protocol = input.path("protocolType").asText();
        boolean isSocket = protocol.equals("WEBSOCKET");
        if (!isSocket && !protocol.equals("HTTP")) {
            throw ApiFaults.badRequest("Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]");
        }
        require(input, "name");
        ObjectNode api = object();
        ApiKey key = new ApiKey(context.region(), id);
        api.put("apiId", key.id())
                .put("protocolType", protocol)
                .put("apiKeySelectionExpression", "$request.header.x-api-key");
        if (isSocket) {
            requireSelection(input);
        }
        api.put("routeSelectionExpression", "$request.method $request.path").put("disableExecuteApiEndpoint", false);
        api.put("createdDate", making.clock().instant().toString());
        lay(api, input);
        records.putApi(key, api);
        if (input.hasNonNull("target")) {
            parts.quick(key, input);
        }
        return shown(api);
    }

    /** One API. */
    public ObjectNode get(ObjectNode input, CallContext context) {
        return shown(records.api(key(input, context)));
    }

    /** Changes the members that are given. */
    public ObjectNode update(ObjectNode input, CallContext context) {
        ObjectNode api = records.api(key(input, context));
        lay(api, input);
        records.putApi(key(input, context), api);
        return shown(api);
    }

    /** Replaces all members that an API may have, so that what is not given goes back to its default. */
    public ObjectNode replace(ObjectNode input, CallContext context) {
        ObjectNode api = records.api(key(input, context));
        api.remove(List.of("corsConfiguration", "description", "version", "tags"));
        records.putApi(key(input, context), api);
        return update(input, context);
    }

    /** Deletes an API with all its parts. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        records.deleteApi(key(input, context));
        return object();
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        records.apis(context.region()).forEach(api -> items.add(shown(api)));
        return object().set("items", items);
    }

    private JsonNode deleteCors(ObjectNode input, CallContext context) {
        ObjectNode api = records.api(key(input, context));
        api.remove("corsConfiguration");
        records.putApi(key(input, context), api);
        return object();
    }

    private ObjectNode tags(ObjectNode input, CallContext context) {
        JsonNode tags = records.api(tagged(input, context)).path("tags");
        return object().set("tags", tags.isObject() ? tags : object());
    }

    private JsonNode tag(ObjectNode input, CallContext context) {
        ObjectNode api = records.api(tagged(input, context));
        api.withObjectProperty("tags").setAll(input.withObjectProperty("tags"));
        records.putApi(tagged(input, context), api);
        return object();
    }

    private JsonNode untag(ObjectNode input, CallContext context) {
        ObjectNode api = records.api(tagged(input, context));
        JsonNode keys = input.path("tagKeys");
        (keys.isArray() ? keys : JsonNodeFactory.instance.arrayNode().add(keys))
                .forEach(name -> api.withObjectProperty("tags").remove(name.asText()));
        records.putApi(tagged(input, context), api);
        return object();
    }

    /** Tags are kept for APIs: {@code arn:aws:apigateway:REGION::/apis/ID}. */
    private static ApiKey tagged(ObjectNode input, CallContext context) {
        String arn = input.path("resourceArn").asText();
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        if (!arn.contains("::/apis/" + id)) {
            throw ApiFaults.unsupported("tagging " + arn);
        }
        return new ApiKey(context.region(), id);
    }

    private static void lay(ObjectNode api, ObjectNode input) {
        if (input.hasNonNull("body") || input.hasNonNull("bodyS3Location")) {
            throw ApiFaults.unsupported("an OpenAPI Body");
        }
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> api.set(name, input.get(name)));
    }

    private static void requireSelection(ObjectNode input) {
        if (!RouteSelection.isValid(require(input, "routeSelectionExpression"))) {
            throw ApiFaults.badRequest("Invalid RouteSelectionExpression: "
                    + input.path("routeSelectionExpression").asText());
        }
    }

    private ObjectNode shown(ObjectNode api) {
        return api.put(
                "apiEndpoint",
                addresses.of(
                        api.path("protocolType").asText(), api.path("apiId").asText()));
    }

    static ApiKey key(ObjectNode input, CallContext context) {
        return new ApiKey(context.region(), input.path("apiId").asText());
    }

    static String require(ObjectNode input, String name) {
        String text = input.path(name).asText("");
        if (text.isEmpty()) {
            throw ApiFaults.badRequest(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " is required");
        }
        return text;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
