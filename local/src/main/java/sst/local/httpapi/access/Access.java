package sst.local.httpapi.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sst.local.apigateway.FunctionAuthorizers.Setting;
import sst.local.apigateway.FunctionUri;

/** Who may call a route. */
public sealed interface Access {
    /** Everybody; {@code AWS_IAM} is recorded, not enforced. */
    record Open() implements Access {}

    /**
     * Whoever has a good token.
     *
     * @param source where the token is
     * @param issuer whose tokens count
     * @param audience of which a token must name one
     * @param scopes of which a token must have one; empty for any
     */
    record Token(String source, String issuer, List<String> audience, List<String> scopes) implements Access {
        public Token {
            audience = List.copyOf(audience);
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Whom a function lets in.
     *
     * @param setting the function and how its answers are read
     * @param sources where calls say who calls
     * @param format of the function's event, {@code 1.0} or {@code 2.0}
     */
    record Asked(Setting setting, List<String> sources, String format) implements Access {
        public Asked {
            sources = List.copyOf(sources);
        }
    }

    /** What a route's record and that of its authorizer say; an authorizer that is gone lets nobody in. */
    static Access of(String apiId, JsonNode route, JsonNode authorizer) {
        return switch (route.path("authorizationType").asText("NONE")) {
            case "JWT" -> token(route, authorizer);
            case "CUSTOM" -> asked(apiId, authorizer);
            default -> new Open();
        };
    }

    private static Token token(JsonNode route, JsonNode authorizer) {
        JsonNode settings = authorizer.path("jwtConfiguration");
        List<String> sources = texts(authorizer.path("identitySource"));
        return new Token(
                sources.isEmpty() ? "$request.header.Authorization" : sources.get(0),
                settings.path("issuer").asText(),
                texts(settings.path("audience")),
                texts(route.path("authorizationScopes")));
    }

    private static Asked asked(String apiId, JsonNode authorizer) {
        List<String> sources = texts(authorizer.path("identitySource"));
        Setting setting = new Setting(
                apiId + "/" + authorizer.path("authorizerId").asText(),
                FunctionUri.arn(authorizer.path("authorizerUri").asText()).orElse(""),
                authorizer.path("authorizerResultTtlInSeconds").asInt(sources.isEmpty() ? 0 : 300),
                authorizer.path("enableSimpleResponses").asBoolean());
        return new Asked(
                setting,
                sources,
                authorizer.path("authorizerPayloadFormatVersion").asText("2.0"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
