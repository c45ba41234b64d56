package sst.model.api.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A route answered by what stands behind an application load balancer in a VPC. */
@Nested("A route answered by what stands behind an application load balancer in a VPC.")
public record AlbRoute(
        @Nullable @Prop("Who may call; the API's default when left out.") String authorizer,
        @Prop("Scopes of which a token has to have one; the API's default when left out.")
                List<String> authorizationScopes,
        @Prop("A closure that returns the listener (albListener); CDK props by object (integration).")
                Map<String, CdkOverride> cdk)
        implements Route {}
