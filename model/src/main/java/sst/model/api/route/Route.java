package sst.model.api.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.Function;
import sst.model.function.FunctionProps;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.value.CdkOverride;

/** What answers a route of an HTTP API. */
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public sealed interface Route permits FunctionRoute, UrlRoute, AlbRoute, NlbRoute, AwsRoute, GraphqlRoute {
    /** Who may call; null for the API's default. */
    @Nullable
    String authorizer();

    /** Scopes of which a token has to have one; empty for the API's default. */
    List<String> authorizationScopes();

    /** CDK props and objects. */
    Map<String, CdkOverride> cdk();

    /** A handler, a function, function props, or props with the {@code type} of the route. */
    static PropType<Route> type() {
        return new RouteType();
    }
}
