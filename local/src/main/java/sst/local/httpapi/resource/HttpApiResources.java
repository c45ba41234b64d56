package sst.local.httpapi.resource;

import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.httpapi.control.ApiControl;
import sst.local.httpapi.control.Kind;

/** The resource types of HTTP APIs. */
public final class HttpApiResources {
    private HttpApiResources() {}

    /** One provider for each type that is supported. */
    public static List<ResourceProvider> all(ApiControl control) {
        return List.of(
                new ApiProvider(control),
                new PartProvider(control, Kind.ROUTE),
                new PartProvider(control, Kind.INTEGRATION),
                new PartProvider(control, Kind.STAGE),
                new PartProvider(control, Kind.DEPLOYMENT),
                new PartProvider(control, Kind.AUTHORIZER),
                new RouteResponseProvider(control));
    }
}
