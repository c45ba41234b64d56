package sst.constructs.restapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.Deployment;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.event.ChildDefaults;
import sst.model.restapi.ApiGatewayV1ApiProps;
import sst.model.restapi.RestRoute;

/** The methods of a REST API, one for each route. */
final class RestMethods {
    private final RestPaths paths;
    private final RestAuthorizers authorizers;
    private final @Nullable Deployment deployment;
    private final Receivers receivers = new Receivers();

    /**
     * Methods of an API.
     *
     * @param deployment follows them when the API is there already; null when the API deploys itself
     */
    RestMethods(RestPaths paths, RestAuthorizers authorizers, @Nullable Deployment deployment) {
        this.paths = paths;
        this.authorizers = authorizers;
        this.deployment = deployment;
    }

    Receivers receivers() {
        return receivers;
    }

    /** Adds routes; their functions go below the API or into the stack that added them. */
    void add(Spot place, ApiGatewayV1ApiProps props) {
        ChildDefaults defaults = ApiGatewayV1ApiConstruct.defaults(props);
        props.routes().forEach((key, route) -> {
            CdkProps.requireKeys(route.cdk(), List.of("function", "method", "integration"));
            String child = "Lambda_" + key.replace(' ', '_');
            IFunction function = receivers.function(place, child, Map.entry(key, route), defaults);
            int space = key.indexOf(' ');
            Method method = paths.of(key.substring(space + 1))
                    .addMethod(
                            key.substring(0, space), integration(place, route, function), options(place, route, props));
            if (deployment != null) {
                deployment.addToLogicalId(Map.of("route", key + " " + route));
                deployment.getNode().addDependency(method);
            }
        });
    }

    private static LambdaIntegration integration(Spot place, RestRoute route, IFunction function) {
        LambdaIntegration.Builder builder = LambdaIntegration.Builder.create(function);
        return Resource.with(
                        place, builder, CdkProps.of(route.cdk(), "integration").props())
                .build();
    }

    private MethodOptions options(Spot place, RestRoute route, ApiGatewayV1ApiProps props) {
        MethodOptions.Builder options = authorizers.of(route, props.defaults());
        return Resource.with(place, options, CdkProps.of(route.cdk(), "method").props())
                .build();
    }
}
