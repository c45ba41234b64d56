package sst.model.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A domain of an HTTP or WebSocket API (SST v2: {@code util/apiGatewayV2Domain.ts}). */
@Nested("A name of your own under which the API answers.")
@Coerced(accepts = String.class, record = CustomDomain.class)
public record CustomDomain(
        @Nullable @Prop(value = "The name, in lower case.", example = "'api.acme.com'") String domainName,
        @Nullable
                @Prop(
                        value = "The hosted zone of Route 53; left out, the name without its first part.",
                        example = "'acme.com'")
                String hostedZone,
        @Nullable
                @Prop(
                        value = "The zone's id, as the Route 53 console shows it; saves looking it up in the account.",
                        example = "'Z0123456789'")
                String hostedZoneId,
        @Nullable @Prop(value = "A path under the name, for several APIs with one name.", example = "'v1'") String path,
        @Nullable
                @Prop(
                        value = "Whether the name is not on Route 53; then you bring the certificate.",
                        defaultsTo = "false")
                Boolean isExternalDomain,
        @Prop("Closures that return what is there: domainName, hostedZone, certificate.") Map<String, CdkOverride> cdk)
        implements Domain {
    /** A name, or props. */
    public static PropType<CustomDomain> type() {
        return Domain.type(() -> CustomDomainBlock.SCHEMA);
    }

    @Override
    public boolean isElsewhere() {
        return Boolean.TRUE.equals(isExternalDomain);
    }
}
