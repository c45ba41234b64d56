package sst.model.api;

import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

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

    /** Adds routes; a key that is there already is replaced. */
    public Api addRoutes(Map<String, ?> routes) {
        block().add("routes", routes);
        return this;
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
