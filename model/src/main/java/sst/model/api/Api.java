package sst.model.api;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;
import sst.model.schema.PropTypes;

/** The handle of an HTTP API. */
public final class Api extends ConstructHandle<ApiProps> {
    public Api(ConstructScope scope, ApiBlock block) {
        super(scope, block);
    }

    /** The API's URL. */
    public Ref getUrl() {
        return ref("url");
    }

    /** The API's id. */
    public Ref getHttpApiId() {
        return ref("httpApiId");
    }

    /** The API's ARN. */
    public Ref getHttpApiArn() {
        return ref("httpApiArn");
    }

    /** The function behind a route. */
    public ChildFunction getFunction(String route) {
        return new ChildFunction(constructId(), route, new ChildFunction.Attaching(bindingsTo(), grantsTo()));
    }

    /** The keys of all routes. */
    public List<String> getRoutes() {
        return written().stream()
                .flatMap(each -> each.routes().keySet().stream())
                .distinct()
                .toList();
    }

    /** Adds routes; none may be there already. */
    public Api addRoutes(Map<String, ?> routes) {
        requireNew(routes);
        block().add("routes", routes);
        return this;
    }

    /** Adds routes that belong to another stack, with their functions. */
    public Api addRoutes(StackScope owner, Map<String, ?> routes) {
        requireNew(routes);
        addIn(owner, "routes", routes);
        return this;
    }

    private void requireNew(Map<String, ?> routes) {
        List<String> there = getRoutes();
        PropTypes.map(Route.type(), RoutesBlock::new).coerce(routes).keySet().stream()
                .filter(there::contains)
                .findFirst()
                .ifPresent(key -> {
                    throw Diagnostic.error(Code.DUPLICATE_ID, this + " has a route '" + key + "' already")
                            .hint("change it where it is written")
                            .subject(key)
                            .asError();
                });
    }

    /** Lets every function of the API see and use resources, later ones included. */
    public Api bind(Object... resources) {
        attachBindings("", resources);
        return this;
    }

    /** Lets the function of one route see and use resources. */
    public Api bindToRoute(String route, Object... resources) {
        attachBindings(route, resources);
        return this;
    }

    /** Grants permissions to every function of the API, later ones included. */
    public Api attachPermissions(Object... permissions) {
        attachGrants("", permissions);
        return this;
    }

    /** Grants permissions to the function of one route. */
    public Api attachPermissionsToRoute(String route, Object... permissions) {
        attachGrants(route, permissions);
        return this;
    }
}
