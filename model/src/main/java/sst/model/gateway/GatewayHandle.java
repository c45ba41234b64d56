package sst.model.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;
import sst.model.schema.Block;

/**
 * The handle of an API of any kind: its address and its routes.
 *
 * @param <R> its record of props
 * @param <H> the handle's class
 */
public abstract class GatewayHandle<R extends Record, H extends GatewayHandle<R, H>> extends EventHandle<R, H> {
    private static final String ROUTES = "routes";

    protected GatewayHandle(ConstructScope scope, Block<R> block) {
        super(scope, block);
    }

    /** The routes of some props. */
    protected abstract Map<String, ?> routes(R props);

    /** The domain of some props; null for none. */
    protected abstract @Nullable Domain domain(R props);

    /** What an address starts with. */
    protected String scheme() {
        return "https://";
    }

    /** The API's URL at AWS. */
    public final Ref getUrl() {
        return ref("url");
    }

    /** The API's URL under its custom domain; null when it has none. */
    public final @Nullable String getCustomDomainUrl() {
        Domain domain = domain(block().partial());
        if (domain == null) {
            return null;
        }
        String name = domain.domainName();
        return name == null ? ref("customDomainUrl").toString() : scheme() + Domain.address(name, domain.path());
    }

    /** The keys of all routes. */
    public final List<String> getRoutes() {
        return written().stream()
                .flatMap(each -> routes(each).keySet().stream())
                .distinct()
                .toList();
    }

    /** The function behind a route. */
    public final ChildFunction getFunction(String route) {
        return child(spaced(route));
    }

    /** Adds routes; none may be there already. */
    public final H addRoutes(Map<String, ?> routes) {
        requireNew(routes);
        block().add(ROUTES, routes);
        return self();
    }

    /** Adds routes whose functions belong to another stack. */
    public final H addRoutes(StackScope owner, Map<String, ?> routes) {
        requireNew(routes);
        addIn(owner, ROUTES, routes);
        return self();
    }

    /** Lets the function of one route see and use resources. */
    public final H bindToRoute(String route, Object... resources) {
        attachBindings(spaced(route), resources);
        return self();
    }

    /** Grants permissions to the function of one route. */
    public final H attachPermissionsToRoute(String route, Object... permissions) {
        attachGrants(spaced(route), permissions);
        return self();
    }

    /** A key as it is kept, however many blanks it is written with. */
    protected static String spaced(String route) {
        return route.strip().replaceAll("\\s+", " ");
    }

    private void requireNew(Map<String, ?> added) {
        List<String> there = getRoutes();
        keys(added).stream().filter(there::contains).findFirst().ifPresent(key -> {
            throw Diagnostic.error(Code.DUPLICATE_ID, this + " has a route '" + key + "' already")
                    .hint("change it where it is written")
                    .subject(key)
                    .asError();
        });
    }

    private List<String> keys(Map<String, ?> added) {
        Block<R> block = block().schema().newBlock();
        block.label(block().label());
        block.add(ROUTES, added);
        return List.copyOf(routes(block.partial()).keySet());
    }
}
