package sst.local.restapi.resource;

import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.restapi.control.RestControl;
import sst.local.restapi.control.RestKind;

/** The resource types of REST APIs. */
public final class RestResources {
    private RestResources() {}

    /** One provider for each type that is supported. */
    public static List<ResourceProvider> all(RestControl control) {
        return List.of(
                new RestApiProvider(control),
                new MethodProvider(control),
                new RestPartProvider(control, RestKind.RESOURCE, "Resource"),
                new RestPartProvider(control, RestKind.DEPLOYMENT, "Deployment"),
                new RestPartProvider(control, RestKind.STAGE, "Stage"),
                new RestPartProvider(control, RestKind.AUTHORIZER, "Authorizer"),
                new RestPartProvider(control, RestKind.GATEWAY_RESPONSE, "GatewayResponse"));
    }
}
