package sst.constructs.restapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.ProxyResourceOptions;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.ResourceAttributes;
import sst.constructs.event.Spot;

/** The tree of paths of a REST API, parts of which may be there already. */
final class RestPaths {
    private static final String PROXY = "{proxy+}";

    private final IRestApi api;
    private final boolean mayBeThere;
    private final Map<String, IResource> known = new LinkedHashMap<>();

    /**
     * A tree.
     *
     * @param given the ids of paths that are there, when the API is
     */
    RestPaths(Spot spot, IRestApi api, Optional<Map<String, Object>> given) {
        this.api = api;
        this.mayBeThere = given.isPresent();
        given.orElse(Map.of())
                .forEach((path, id) -> known.put(
                        path,
                        Resource.fromResourceAttributes(
                                spot.scope(),
                                "Resource_" + path,
                                ResourceAttributes.builder()
                                        .path(path)
                                        .resourceId(spot.site().values().text(String.valueOf(id)))
                                        .restApi(api)
                                        .build())));
    }

    /** The resource of a path, made with its parents when it is not there. */
    IResource of(String path) {
        IResource there = known.get(path);
        if (there == null) {
            there = make(path);
            known.put(path, there);
        }
        return there;
    }

    private IResource make(String path) {
        int slash = path.lastIndexOf('/');
        String part = path.substring(slash + 1);
        if (part.isEmpty()) {
            return api.getRoot();
        }
        IResource parent = of(path.substring(0, slash));
        if (part.equals(PROXY)) {
            return parent.addProxy(
                    ProxyResourceOptions.builder().anyMethod(false).build());
        }
        IResource there = mayBeThere ? parent.getResource(part) : null;
        return there == null ? parent.addResource(part) : there;
    }
}
