package sst.local.lambda.resource;

import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.lambda.control.ControlPlane;

/** The resource types of Lambda. */
public final class LambdaResources {
    private LambdaResources() {}

    /** One provider for each type that is supported. */
    public static List<ResourceProvider> all(ControlPlane control) {
        return List.of(
                new FunctionProvider(control),
                new PermissionProvider(control),
                new VersionProvider(control),
                new AliasProvider(control),
                new UrlProvider(control),
                new EventInvokeConfigProvider(control),
                new LayerVersionProvider(control));
    }
}
