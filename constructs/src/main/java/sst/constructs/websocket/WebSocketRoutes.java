package sst.constructs.websocket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.WebSocketLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.IWebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.IWebSocketRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRoute;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct.Member;
import sst.constructs.construct.Grant;
import sst.constructs.event.Receivers;
import sst.constructs.event.Spot;
import sst.constructs.gateway.Authorizers;
import sst.model.websocket.WebSocketApiProps;
import sst.model.websocket.WebSocketAuthorizer;

/** The routes of a WebSocket API; only who connects is asked who it is. */
final class WebSocketRoutes {
    private static final String CONNECT = "$connect";

    private final IWebSocketApi api;
    private final WebSocketAuthorizer.Kind kind;
    private final @Nullable IWebSocketRouteAuthorizer authorizer;
    private final Receivers receivers = new Receivers();
    private final Map<String, Supplier<String>> ids = new LinkedHashMap<>();

    WebSocketRoutes(Spot spot, IWebSocketApi api, @Nullable WebSocketAuthorizer authorizer) {
        this.api = api;
        this.kind = authorizer == null ? WebSocketAuthorizer.Kind.NONE : Objects.requireNonNull(authorizer.type());
        this.authorizer =
                kind == WebSocketAuthorizer.Kind.LAMBDA ? made(spot, Objects.requireNonNull(authorizer)) : null;
    }

    private static IWebSocketRouteAuthorizer made(Spot spot, WebSocketAuthorizer authorizer) {
        return Authorizers.given(spot, authorizer.cdk(), "authorizer", IWebSocketRouteAuthorizer.class)
                .orElseGet(() -> lambda(spot, authorizer));
    }

    private static IWebSocketRouteAuthorizer lambda(Spot spot, WebSocketAuthorizer authorizer) {
        IFunction function = Authorizers.function(spot, authorizer.function());
        WebSocketLambdaAuthorizer.Builder builder =
                WebSocketLambdaAuthorizer.Builder.create("WebSocketAuthorizer", function);
        if (authorizer.name() != null) {
            builder.authorizerName(authorizer.name());
        }
        if (!authorizer.identitySource().isEmpty()) {
            builder.identitySource(authorizer.identitySource());
        }
        return builder.build();
    }

    Receivers receivers() {
        return receivers;
    }

    /** The ids of the routes that are made, by key. */
    Map<String, Supplier<String>> ids() {
        return ids;
    }

    /** Adds routes; their functions get a grant. */
    void add(Spot place, WebSocketApiProps props, Grant grant) {
        props.routes().forEach((key, route) -> {
            CdkProps.requireKeys(route.cdk(), List.of("function"));
            place.mark("Route_" + key, key, Receivers.at(route, place.model()));
            IFunction function = receivers.function(place, key, Map.entry(key, route), props.defaults());
            Member member = receivers.members().get(key);
            if (member != null) {
                member.function().allow(grant);
            }
            WebSocketRoute.Builder builder = WebSocketRoute.Builder.create(place.scope(), "Route_" + key)
                    .webSocketApi(api)
                    .routeKey(key)
                    .integration(new WebSocketLambdaIntegration("Integration_" + key, function));
            if (key.equals(CONNECT) && authorizer != null) {
                builder.authorizer(authorizer);
            }
            if (route.returnResponse() != null) {
                builder.returnResponse(route.returnResponse());
            }
            WebSocketRoute made = builder.build();
            authorize(key, made);
            ids.put(key, made::getRouteId);
        });
    }

    /** Written out even for none: CloudFormation leaves a type as it was when it is left out of a template. */
    private void authorize(String key, WebSocketRoute route) {
        if (key.equals(CONNECT)) {
            String type =
                    switch (kind) {
                        case NONE -> "NONE";
                        case IAM -> "AWS_IAM";
                        case LAMBDA -> "CUSTOM";
                    };
            ((CfnRoute) Objects.requireNonNull(route.getNode().getDefaultChild())).setAuthorizationType(type);
        }
    }
}
