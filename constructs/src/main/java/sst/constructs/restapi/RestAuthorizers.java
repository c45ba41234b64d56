package sst.constructs.restapi;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CognitoUserPoolsAuthorizer;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RequestAuthorizer;
import software.amazon.awscdk.services.apigateway.TokenAuthorizer;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.iam.IRole;
import sst.constructs.event.Spot;
import sst.constructs.gateway.Authorizers;
import sst.model.restapi.RestAuthorizer;
import sst.model.restapi.RestAuthorizerBlock;
import sst.model.restapi.RestDefaults;
import sst.model.restapi.RestRoute;

/** Who may call the methods of a REST API. */
final class RestAuthorizers {
    private static final String AUTHORIZER = "authorizer";

    private final Spot spot;
    private final Map<String, RestAuthorizer> written;
    private final Map<String, IAuthorizer> made = new LinkedHashMap<>();

    RestAuthorizers(Spot spot, Map<String, RestAuthorizer> written) {
        Authorizers.requireNames(written.keySet());
        this.spot = spot;
        this.written = written;
        written.forEach((key, authorizer) -> made.put(
                key,
                Authorizers.given(spot, authorizer.cdk(), AUTHORIZER, IAuthorizer.class)
                        .orElseGet(() -> make(key, authorizer))));
    }

    /** The options of a route's method, as far as they say who may call. */
    MethodOptions.Builder of(RestRoute route, @Nullable RestDefaults defaults) {
        String name = Authorizers.chosen(route.authorizer(), defaults == null ? null : defaults.authorizer());
        MethodOptions.Builder options = MethodOptions.builder();
        if (name.equals(Authorizers.NONE)) {
            return options.authorizationType(AuthorizationType.NONE);
        }
        if (name.equals(Authorizers.IAM)) {
            return options.authorizationType(AuthorizationType.IAM);
        }
        options.authorizer(Authorizers.named(made, name));
        if (requireNonNull(written.get(name)).type() != RestAuthorizer.Kind.USER_POOLS) {
            return options.authorizationType(AuthorizationType.CUSTOM);
        }
        List<String> usual = defaults == null ? List.of() : defaults.authorizationScopes();
        List<String> scopes = route.authorizationScopes().isEmpty() ? usual : route.authorizationScopes();
        if (!scopes.isEmpty()) {
            options.authorizationScopes(scopes);
        }
        return options.authorizationType(AuthorizationType.COGNITO);
    }

    private IAuthorizer make(String key, RestAuthorizer authorizer) {
        return switch (requireNonNull(authorizer.type())) {
            case USER_POOLS -> userPools(key, authorizer);
            case LAMBDA_TOKEN -> token(key, authorizer);
            case LAMBDA_REQUEST -> request(key, authorizer);
        };
    }

    private IAuthorizer userPools(String key, RestAuthorizer authorizer) {
        CognitoUserPoolsAuthorizer.Builder builder = CognitoUserPoolsAuthorizer.Builder.create(spot.scope(), key)
                .cognitoUserPools(pools(key, authorizer.userPoolIds()))
                .resultsCacheTtl(cached(authorizer));
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (authorizer.identitySource() != null) {
            builder.identitySource(authorizer.identitySource());
        }
        return builder.build();
    }

    private List<IUserPool> pools(String key, List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(at -> pool(key + "-" + at + "-ImportedUserPool", ids.get(at)))
                .toList();
    }

    private IUserPool pool(String child, String written) {
        String id = spot.site().values().text(written);
        return id.startsWith("arn:")
                ? UserPool.fromUserPoolArn(spot.scope(), child, id)
                : UserPool.fromUserPoolId(spot.scope(), child, id);
    }

    private IAuthorizer token(String key, RestAuthorizer authorizer) {
        TokenAuthorizer.Builder builder = TokenAuthorizer.Builder.create(spot.scope(), key)
                .handler(Authorizers.function(spot, authorizer.function()))
                .resultsCacheTtl(cached(authorizer));
        Authorizers.given(spot, authorizer.cdk(), "assumeRole", IRole.class).ifPresent(builder::assumeRole);
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (authorizer.identitySource() != null) {
            builder.identitySource(authorizer.identitySource());
        }
        if (authorizer.validationRegex() != null) {
            builder.validationRegex(authorizer.validationRegex());
        }
        return builder.build();
    }

    private IAuthorizer request(String key, RestAuthorizer authorizer) {
        RequestAuthorizer.Builder builder = RequestAuthorizer.Builder.create(spot.scope(), key)
                .handler(Authorizers.function(spot, authorizer.function()))
                .identitySources(authorizer.identitySources())
                .resultsCacheTtl(cached(authorizer));
        Authorizers.given(spot, authorizer.cdk(), "assumeRole", IRole.class).ifPresent(builder::assumeRole);
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        return builder.build();
    }

    private static Duration cached(RestAuthorizer authorizer) {
        return Duration.seconds(requireNonNull(
                        RestAuthorizerBlock.SCHEMA.withDefaults(authorizer).resultsCacheTtl())
                .toSeconds());
    }
}
