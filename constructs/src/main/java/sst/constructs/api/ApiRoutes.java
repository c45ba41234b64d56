package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct.Member;
import sst.constructs.event.Receivers;
import sst.constructs.event.Spot;
import sst.model.api.ApiDefaults;
import sst.model.api.ApiProps;
import sst.model.api.route.FunctionRoute;
import sst.model.api.route.PayloadFormat;
import sst.model.api.route.Route;
import sst.model.event.ChildDefaults;
import sst.model.event.Receiver;

/** The routes of an API, each with what answers it; ids are SST v2's. */
final class ApiRoutes {
    private static final String DEFAULT = "$default";

    private final IHttpApi api;
    private final ApiAuthorizers authorizers;
    private final Receivers receivers = new Receivers();

    ApiRoutes(IHttpApi api, ApiAuthorizers authorizers) {
        this.api = api;
        this.authorizers = authorizers;
    }

    /** The routes that functions answer. */
    static Map<String, Receiver> receivers(ApiProps props) {
        Map<String, Receiver> receivers = new LinkedHashMap<>();
        props.routes().forEach((key, route) -> {
            if (route instanceof Receiver receiver) {
                receivers.put(key, receiver);
            }
        });
        return receivers;
    }

    static @Nullable ChildDefaults defaults(ApiProps props) {
        return props.defaults() == null
                ? null
                : new ChildDefaults(props.defaults().function());
    }

    /** Those that functions answer, made by now. */
    Receivers receivers() {
        return receivers;
    }

    /** Adds them all, below the API or in the stack that added them. */
    void add(Spot place, ApiProps props) {
        props.routes().forEach((key, route) -> {
            String postfix = key.equals(DEFAULT) ? "default" : key.replace(' ', '_');
            place.mark("Route_" + postfix, key, Receivers.at(route, place.model()));
            ApiAuthorizers.Decision decision = authorizers.of(route, props.defaults());
            HttpRoute.Builder builder = HttpRoute.Builder.create(place.scope(), "Route_" + postfix)
                    .httpApi(api)
                    .routeKey(routeKey(key))
                    .integration(integration(place, key, route, props))
                    .authorizer(decision.authorizer());
            if (!decision.scopes().isEmpty()) {
                builder.authorizationScopes(decision.scopes());
            }
            builder.build();
        });
    }

    private static HttpRouteKey routeKey(String key) {
        if (key.equals(DEFAULT)) {
            return HttpRouteKey.DEFAULT;
        }
        int space = key.indexOf(' ');
        return HttpRouteKey.with(key.substring(space + 1), HttpMethod.valueOf(key.substring(0, space)));
    }

    private HttpRouteIntegration integration(Spot place, String key, Route route, ApiProps props) {
        String postfix = key.equals(DEFAULT) ? "default" : key.replace(' ', '_');
        if (!(route instanceof Receiver receiver)) {
            return Integrations.of(place, postfix, route);
        }
        CdkProps.requireKeys(route.cdk(), List.of("function"));
        IFunction function = receivers.function(place, "Lambda_" + postfix, Map.entry(key, receiver), defaults(props));
        Member member = receivers.members().get(key);
        if (!(route instanceof FunctionRoute) && member != null) {
            member.function().environment("GRAPHQL_ENDPOINT", key.substring(key.indexOf(' ') + 1));
        }
        return HttpLambdaIntegration.Builder.create("Integration_" + postfix, function)
                .payloadFormatVersion(payload(route, props.defaults()))
                .build();
    }

    /** GraphQL servers read the second format alone (SST v2). */
    private static PayloadFormatVersion payload(Route route, @Nullable ApiDefaults defaults) {
        return route instanceof FunctionRoute function
                ? Integrations.payload(function.payloadFormatVersion(), defaults)
                : Integrations.payload(PayloadFormat.V2, defaults);
    }
}
