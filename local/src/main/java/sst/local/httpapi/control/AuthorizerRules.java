package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.apigateway.FunctionUri;

/**
 * What an authorizer may be: JWT or REQUEST of an HTTP API, REQUEST of a WebSocket API.
 * See https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
 */
final class AuthorizerRules {
    private static final int LONGEST_TTL = 3600;

    private AuthorizerRules() {}

    static void complete(ObjectNode authorizer, boolean isSocket) {
        ApiOperations.require(authorizer, "name");
        switch (ApiOperations.require(authorizer, "authorizerType")) {
            case "JWT" -> jwt(authorizer, isSocket);
            case "REQUEST" -> request(authorizer, isSocket);
            default ->
                throw ApiFaults.badRequest("Invalid authorizer type specified: "
                        + authorizer.path("authorizerType").asText());
        }
    }

    private static void jwt(ObjectNode authorizer, boolean isSocket) {
        if (isSocket) {
            throw ApiFaults.badRequest("JWT authorizers are only supported for HTTP APIs");
        }
        JsonNode settings = authorizer.path("jwtConfiguration");
        String issuer = settings.path("issuer").asText("");
        if (settings.path("audience").isEmpty() || issuer.isEmpty()) {
            throw ApiFaults.badRequest("Audience and Issuer are required for JWT authorizers");
        }
        // Here an issuer may be a program of this machine, which has no certificate.
        if (!issuer.matches("https?://.+")) {
            throw ApiFaults.badRequest("Invalid issuer: " + issuer + ". Issuer must have a valid https:// URL");
        }
        if (authorizer.path("identitySource").size() > 1) {
            throw ApiFaults.badRequest("JWT authorizers have one identity source");
        }
    }

    private static void request(ObjectNode authorizer, boolean isSocket) {
        String uri = ApiOperations.require(authorizer, "authorizerUri");
        if (FunctionUri.arn(uri).isEmpty()) {
            throw ApiFaults.badRequest("Invalid Authorizer URI: " + uri);
        }
        if (isSocket) {
            return;
        }
        String format = ApiOperations.require(authorizer, "authorizerPayloadFormatVersion");
        if (!format.equals("1.0") && !format.equals("2.0")) {
            throw ApiFaults.badRequest("AuthorizerPayloadFormatVersion must be 1.0 or 2.0");
        }
        boolean isSimple = authorizer.path("enableSimpleResponses").asBoolean();
        if (isSimple && format.equals("1.0")) {
            throw ApiFaults.badRequest("EnableSimpleResponses is supported only for format version 2.0");
        }
        int seconds = authorizer.path("authorizerResultTtlInSeconds").asInt(0);
        if (seconds < 0 || seconds > LONGEST_TTL) {
            throw ApiFaults.badRequest("AuthorizerResultTtlInSeconds must be between 0 and " + LONGEST_TTL);
        }
    }
}
