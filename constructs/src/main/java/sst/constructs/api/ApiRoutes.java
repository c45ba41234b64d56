package sst.constructs.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.AppConstruct.Member;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.constructs.function.FunctionConstruct;
import sst.constructs.function.LambdaFunction;
import sst.model.api.ApiProps;
import sst.model.api.FunctionRouteProps;
import sst.model.api.PayloadFormat;
import sst.model.api.Route;
import sst.model.api.RouteAuthorizer;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;

/** The routes of an API, each with the function or server that answers it; ids are SST v2's. */
final class ApiRoutes {
    private static final String DEFAULT = "$default";

    private final ConstructModel model;
    private final StackSite site;
    private final Target target;
    private final ApiProps props;
    private final Map<String, FunctionProps> own;

    /** Where the routes go. */
    record Target(Construct scope, String id, IHttpApi api) {
        /** Below the API, or in the stack that added the route. */
        List<String> path(String child, StackSite site) {
            return scope == site.stack() ? List.of(child) : List.of(id, child);
        }
    }

    ApiRoutes(ConstructModel model, StackSite site, Target target) {
        this.model = model;
        this.site = site;
        this.target = target;
        this.props = model.props(ApiProps.class);
        this.own = ApiFunctions.of(props, site.model());
    }

    /** Adds them all; the functions that answer are put into the map. */
    void add(Map<String, Member> functions) {
        props.routes().forEach((key, route) -> {
            String postfix = key.equals(DEFAULT) ? "default" : key.replace(' ', '_');
            Places.Origin origin =
                    new Places.Origin(model.id().id() + "/" + key, "Function", ApiFunctions.at(model, key));
            site.mark(target.path("Lambda_" + postfix, site), origin);
            site.mark(target.path("Route_" + postfix, site), origin);
            if (route instanceof Route.ToUrl url) {
                String address = site.values().text(url.url());
                put(key, postfix, new HttpUrlIntegration("Integration_" + postfix, address), null);
            } else if (route instanceof Route.ToFunction function) {
                functions.put(key, toFunction(key, postfix, function.props()));
            }
        });
    }

    private Member toFunction(String key, String postfix, FunctionRouteProps route) {
        FunctionDefinition definition = route.function();
        FunctionProps inline = own.get(key);
        Member member = definition instanceof FunctionDefinition.Existing existing
                ? new Member(existing(existing), false)
                : new Member(make(key, postfix, Objects.requireNonNull(inline)), true);
        Function function = ((LambdaFunction) member.function()).cdk();
        HttpLambdaIntegration integration = HttpLambdaIntegration.Builder.create("Integration_" + postfix, function)
                .payloadFormatVersion(payload(route.payloadFormatVersion()))
                .build();
        put(key, postfix, integration, route.authorizer());
        return member;
    }

    private LambdaFunction existing(FunctionDefinition.Existing existing) {
        AppConstruct construct = site.values().construct(existing.function());
        if (construct instanceof FunctionConstruct function) {
            return function.function();
        }
        throw new IllegalArgumentException(existing.function().path() + " is not a function");
    }

    private LambdaFunction make(String key, String postfix, FunctionProps function) {
        return LambdaFunction.make(
                new LambdaFunction.Spot(target.scope(), "Lambda_" + postfix),
                function,
                site.code().of(model, key),
                site);
    }

    private void put(
            String key, String postfix, HttpRouteIntegration integration, @Nullable RouteAuthorizer authorizer) {
        HttpRoute.Builder.create(target.scope(), "Route_" + postfix)
                .httpApi(target.api())
                .routeKey(routeKey(key))
                .integration(integration)
                .authorizer(authorizer(authorizer))
                .build();
    }

    private static HttpRouteKey routeKey(String key) {
        if (key.equals(DEFAULT)) {
            return HttpRouteKey.DEFAULT;
        }
        int space = key.indexOf(' ');
        return HttpRouteKey.with(key.substring(space + 1), HttpMethod.valueOf(key.substring(0, space)));
    }

    private IHttpRouteAuthorizer authorizer(@Nullable RouteAuthorizer own) {
        RouteAuthorizer inherited =
                props.defaults() == null ? null : props.defaults().authorizer();
        RouteAuthorizer chosen = own == null ? inherited : own;
        return chosen == RouteAuthorizer.IAM ? new HttpIamAuthorizer() : new HttpNoneAuthorizer();
    }

    private PayloadFormatVersion payload(@Nullable PayloadFormat own) {
        PayloadFormat inherited =
                props.defaults() == null ? null : props.defaults().payloadFormatVersion();
        PayloadFormat chosen = own == null ? inherited : own;
        return chosen == PayloadFormat.V1 ? PayloadFormatVersion.VERSION_1_0 : PayloadFormatVersion.VERSION_2_0;
    }
}
