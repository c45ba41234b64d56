package sst.model.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.api.Api;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.ref.ConstructId;

/** The handle of a sign-in; {@code bind auth} lets a function verify who users are, {@code bind auth, 'write'} sign it. */
public final class Auth extends ConstructHandle<AuthProps> {
    private static final String PREFIX = "prefix";

    public Auth(ConstructScope scope, AuthBlock block) {
        super(scope, block);
    }

    /** Adds the routes of the sign-in to an API, and lets all its functions verify who users are. */
    public Auth attach(Map<String, ?> options) {
        return attach(options, (api, routes) -> api.addRoutes(routes));
    }

    /** The same, with the functions of the routes in another stack. */
    public Auth attach(StackScope owner, Map<String, ?> options) {
        return attach(options, (api, routes) -> api.addRoutes(owner, routes));
    }

    private interface Routing {
        void add(Api api, Map<String, ?> routes);
    }

    private Auth attach(Map<String, ?> options, Routing routing) {
        Api api = api(options.get("api"));
        Object written = options.get(PREFIX);
        if (written != null) {
            block().set(PREFIX, written);
        }
        AuthProps props = block().build();
        String prefix = props.prefix() == null ? "/auth" : props.prefix();
        for (String route : new String[] {"ANY " + prefix + "/{proxy+}", "GET " + prefix}) {
            routing.add(api, Map.of(route, Map.of("function", props.authenticator(), "authorizer", "none")));
            api.bindToRoute(route, this, "write");
        }
        api.bind(this);
        return this;
    }

    private Api api(@Nullable Object given) {
        if (!(given instanceof Api api)) {
            throw Diagnostic.error(Code.WRONG_TYPE, "'attach' of " + this + " takes an api")
                    .hint("write attach api: myApi")
                    .subject("attach")
                    .asError();
        }
        api.boundResources().stream()
                .filter(each -> each.type().equals(constructId().type()))
                .findFirst()
                .ifPresent(this::refuse);
        return api;
    }

    private void refuse(ConstructId there) {
        String what = there.equals(constructId()) ? "this sign-in" : "another sign-in, '" + there.id() + "',";
        throw Diagnostic.error(Code.CONFLICT, what + " has already been attached to the api")
                .hint("attach one auth to an api, once")
                .subject("attach")
                .asError();
    }
}
