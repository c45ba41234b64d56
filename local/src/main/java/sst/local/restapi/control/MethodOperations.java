package sst.local.restapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import sst.local.apigateway.FunctionUri;
import sst.local.restapi.control.RestRecords.RestKey;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/**
 * Methods of resources, each with its integration: a function, another HTTP server as a proxy, or a mock.
 * See https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html
 */
public final class MethodOperations {
    private static final String METHODS = "resourceMethods";
    private static final String INTEGRATION = "methodIntegration";
    private static final String RESPONSES = "integrationResponses";
    private static final String METHOD = RestOperations.API + "/resources/{id}/methods/{methodName}";
    private static final List<String> MEMBERS = List.of(
            "apiKeyRequired",
            "authorizationScopes",
            "authorizationType",
            "authorizerId",
            "methodResponses",
            "operationName",
            "requestModels",
            "requestParameters");
    private static final List<String> OF_INTEGRATIONS = List.of(
            "cacheKeyParameters",
            "cacheNamespace",
            "connectionType",
            "contentHandling",
            "credentials",
            "httpMethod",
            RESPONSES,
            "passthroughBehavior",
            "requestParameters",
            "requestTemplates",
            "timeoutInMillis",
            "type",
            "uri");

    private final RestRecords records;

    MethodOperations(RestRecords records) {
        this.records = records;
    }

    List<RestRoute> routes() {
        String response = METHOD + "/responses/{statusCode}";
        String integration = METHOD + "/integration";
        return List.of(
                new RestRoute("PUT", METHOD, "PutMethod", 201, this::put),
                new RestRoute("GET", METHOD, "GetMethod", 200, this::get),
                new RestRoute("DELETE", METHOD, "DeleteMethod", 204, this::delete),
                new RestRoute("PUT", response, "PutMethodResponse", 201, this::putResponse),
                new RestRoute("PUT", integration, "PutIntegration", 201, this::putIntegration),
                new RestRoute("GET", integration, "GetIntegration", 200, (in, at) -> get(in, at)
                        .path(INTEGRATION)),
                new RestRoute(
                        "PUT",
                        integration + "/responses/{statusCode}",
                        "PutIntegrationResponse",
                        201,
                        this::putIntegrationResponse));
    }

    /** Makes or changes a method; one that is there keeps its integration. */
    public ObjectNode put(ObjectNode input, CallContext context) {
        ObjectNode resource = resource(input, context);
        String name = input.path("methodName").asText();
        if (!name.matches("ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS")) {
            throw RestFaults.badRequest("Invalid HTTP method specified: " + name);
        }
        if (input.path("apiKeyRequired").asBoolean()) {
            throw RestFaults.unsupported("apiKeyRequired of a method");
        }
        ObjectNode method = Json.object().put("httpMethod", name).put("apiKeyRequired", false);
        MEMBERS.stream().filter(input::hasNonNull).forEach(member -> method.set(member, input.get(member)));
        authorize(RestKey.of(input, context), method);
        JsonNode before = resource.path(METHODS).path(name).path(INTEGRATION);
        if (before.isObject()) {
            method.set(INTEGRATION, before);
        }
        return save(input, context, method);
    }

    private void authorize(RestKey key, ObjectNode method) {
        String type = method.path("authorizationType").asText("NONE");
        if (!Set.of("NONE", "AWS_IAM", "CUSTOM").contains(type)) {
            throw RestFaults.unsupported("authorizationType " + type);
        }
        method.put("authorizationType", type);
        if (type.equals("CUSTOM")) {
            records.part(key, RestKind.AUTHORIZER, method.path("authorizerId").asText());
        }
    }

    /** Sets where a method's requests go. */
    public ObjectNode putIntegration(ObjectNode input, CallContext context) {
        ObjectNode method = get(input, context);
        ObjectNode integration = method.putObject(INTEGRATION);
        OF_INTEGRATIONS.stream().filter(input::hasNonNull).forEach(name -> integration.set(name, input.get(name)));
        IntegrationRules.check(integration);
        save(input, context, method);
        return integration;
    }

    private ObjectNode putResponse(ObjectNode input, CallContext context) {
        ObjectNode method = get(input, context);
        ObjectNode response = method.withObjectProperty("methodResponses")
                .putObject(input.path("statusCode").asText());
        for (String name : List.of("statusCode", "responseParameters", "responseModels")) {
            if (input.hasNonNull(name)) {
                response.set(name, input.get(name));
            }
        }
        save(input, context, method);
        return response;
    }

    private ObjectNode putIntegrationResponse(ObjectNode input, CallContext context) {
        ObjectNode method = get(input, context);
        ObjectNode integration = method.withObjectProperty(INTEGRATION);
        ObjectNode response = integration
                .withObjectProperty(RESPONSES)
                .putObject(input.path("statusCode").asText());
        for (String name : List.of("statusCode", "responseParameters", "responseTemplates", "selectionPattern")) {
            if (input.hasNonNull(name)) {
                response.set(name, input.get(name));
            }
        }
        IntegrationRules.check(integration);
        save(input, context, method);
        return response;
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        JsonNode method = resource(input, context)
                .path(METHODS)
                .path(input.path("methodName").asText());
        if (!method.isObject()) {
            throw RestFaults.notFound("Method");
        }
        return (ObjectNode) method;
    }

    /** Takes a method away. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        get(input, context);
        ObjectNode resource = resource(input, context);
        resource.withObjectProperty(METHODS).remove(input.path("methodName").asText());
        records.putPart(RestKey.of(input, context), RestKind.RESOURCE, resource);
        return Json.object();
    }

    private ObjectNode save(ObjectNode input, CallContext context, ObjectNode method) {
        ObjectNode resource = resource(input, context);
        resource.withObjectProperty(METHODS).set(input.path("methodName").asText(), method);
        records.putPart(RestKey.of(input, context), RestKind.RESOURCE, resource);
        return method;
    }

    private ObjectNode resource(ObjectNode input, CallContext context) {
        return records.part(
                RestKey.of(input, context), RestKind.RESOURCE, input.path("id").asText());
    }

    /** What an integration may be. */
    private static final class IntegrationRules {
        private static void check(ObjectNode integration) {
            String type = integration.path("type").asText();
            String uri = integration.path("uri").asText("");
            switch (type) {
                case "AWS_PROXY" -> {
                    if (FunctionUri.arn(uri).isEmpty()) {
                        throw RestFaults.unsupported("an AWS_PROXY integration with " + uri);
                    }
                }
                case "HTTP_PROXY" -> {
                    if (!uri.matches("https?://.+")) {
                        throw RestFaults.badRequest("Invalid HTTP endpoint specified for URI");
                    }
                }
                case "MOCK" ->
                    integration.path(RESPONSES).forEach(response -> response.path("responseTemplates")
                            .forEach(IntegrationRules::checkTemplate));
                default -> throw RestFaults.unsupported("an integration of type " + type);
            }
            if (integration.path("connectionType").asText("").equals("VPC_LINK")) {
                throw RestFaults.unsupported("connectionType VPC_LINK");
            }
        }

        private static void checkTemplate(JsonNode template) {
            if (template.asText().matches("(?s).*[#$].*")) {
                throw RestFaults.unsupported("a response template in Velocity");
            }
        }
    }
}
