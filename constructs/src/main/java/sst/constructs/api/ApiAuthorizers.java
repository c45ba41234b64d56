package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import sst.constructs.event.Spot;
import sst.constructs.gateway.Authorizers;
import sst.model.api.ApiAuthorizer;
import sst.model.api.ApiAuthorizerBlock;
import sst.model.api.ApiDefaults;
import sst.model.api.Jwt;
import sst.model.api.UserPoolTokens;
import sst.model.api.route.Route;

/** Who may call the routes of an API. */
final class ApiAuthorizers {
    private final Spot spot;
    private final Map<String, ApiAuthorizer> written;
    private final Map<String, IHttpRouteAuthorizer> made = new LinkedHashMap<>();

    /**
     * Who may call one route.
     *
     * @param authorizer decides
     * @param scopes of which a token has to have one; empty for any
     */
    record Decision(IHttpRouteAuthorizer authorizer, List<String> scopes) {}

    ApiAuthorizers(Spot spot, Map<String, ApiAuthorizer> written) {
        Authorizers.requireNames(written.keySet());
        this.spot = spot;
        this.written = written;
        written.forEach((key, authorizer) -> made.put(
                key,
                Authorizers.given(spot, authorizer.cdk(), "authorizer", IHttpRouteAuthorizer.class)
                        .orElseGet(() -> make(key, authorizer))));
    }

    Decision of(Route route, @Nullable ApiDefaults defaults) {
        String name = Authorizers.chosen(route.authorizer(), defaults == null ? null : defaults.authorizer());
        if (name.equals(Authorizers.NONE)) {
            return new Decision(new HttpNoneAuthorizer(), List.of());
        }
        if (name.equals(Authorizers.IAM)) {
            return new Decision(new HttpIamAuthorizer(), List.of());
        }
        IHttpRouteAuthorizer authorizer = Authorizers.named(made, name);
        ApiAuthorizer.Kind kind = Objects.requireNonNull(written.get(name)).type();
        List<String> usual = defaults == null ? List.of() : defaults.authorizationScopes();
        List<String> scopes = route.authorizationScopes().isEmpty() ? usual : route.authorizationScopes();
        return new Decision(authorizer, kind != null && kind.hasScopes() ? scopes : List.of());
    }

    private IHttpRouteAuthorizer make(String key, ApiAuthorizer authorizer) {
        return switch (Objects.requireNonNull(authorizer.type())) {
            case USER_POOL -> userPool(key, authorizer);
            case JWT -> jwt(key, authorizer);
            case LAMBDA -> lambda(key, authorizer);
        };
    }

    private IHttpRouteAuthorizer userPool(String key, ApiAuthorizer authorizer) {
        UserPoolTokens tokens = Objects.requireNonNull(authorizer.userPool());
        String prefix = "Api-" + spot.id() + "-Authorizer-" + key;
        IUserPool pool =
                UserPool.fromUserPoolId(spot.scope(), prefix + "-UserPool", text(Objects.requireNonNull(tokens.id())));
        HttpUserPoolAuthorizer.Builder builder = HttpUserPoolAuthorizer.Builder.create(key, pool);
        if (!tokens.clientIds().isEmpty()) {
            builder.userPoolClients(clients(prefix, tokens.clientIds()));
        }
        if (tokens.region() != null) {
            builder.userPoolRegion(text(tokens.region()));
        }
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (!authorizer.identitySource().isEmpty()) {
            builder.identitySource(authorizer.identitySource());
        }
        return builder.build();
    }

    private List<IUserPoolClient> clients(String prefix, List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(at -> UserPoolClient.fromUserPoolClientId(
                        spot.scope(), prefix + "-UserPoolClient-" + at, text(ids.get(at))))
                .toList();
    }

    private IHttpRouteAuthorizer jwt(String key, ApiAuthorizer authorizer) {
        Jwt jwt = Objects.requireNonNull(authorizer.jwt());
        HttpJwtAuthorizer.Builder builder = HttpJwtAuthorizer.Builder.create(
                        key, text(Objects.requireNonNull(jwt.issuer())))
                .jwtAudience(jwt.audience().stream().map(this::text).toList());
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (!authorizer.identitySource().isEmpty()) {
            builder.identitySource(authorizer.identitySource());
        }
        return builder.build();
    }

    private IHttpRouteAuthorizer lambda(String key, ApiAuthorizer authorizer) {
        HttpLambdaAuthorizer.Builder builder = HttpLambdaAuthorizer.Builder.create(
                        key, Authorizers.function(spot, authorizer.function()))
                .resultsCacheTtl(Duration.seconds(seconds(authorizer)));
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (!authorizer.identitySource().isEmpty()) {
            builder.identitySource(authorizer.identitySource());
        }
        if (!authorizer.responseTypes().isEmpty()) {
            builder.responseTypes(authorizer.responseTypes().stream()
                    .map(type -> HttpLambdaResponseType.valueOf(type.name()))
                    .toList());
        }
        return builder.build();
    }

    private static long seconds(ApiAuthorizer authorizer) {
        return Objects.requireNonNull(
                        ApiAuthorizerBlock.SCHEMA.withDefaults(authorizer).resultsCacheTtl())
                .toSeconds();
    }

    private String text(String written) {
        return spot.site().values().text(written);
    }
}
