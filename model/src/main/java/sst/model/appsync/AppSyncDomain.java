package sst.model.appsync;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.gateway.Domain;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A domain of a GraphQL API (SST v2: {@code util/appSyncApiDomain.ts}). */
@Nested("A name of your own under which the GraphQL API answers.")
@Coerced(accepts = String.class, record = AppSyncDomain.class)
public record AppSyncDomain(
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
        @Nullable @Prop(value = "The record that points to the API.", defaultsTo = "CNAME") RecordType recordType,
        @Nullable
                @Prop(
                        value = "Whether the name is not on Route 53; then you bring the certificate.",
                        defaultsTo = "false")
                Boolean isExternalDomain,
        @Prop("Closures that return what is there: hostedZone, certificate.") Map<String, CdkOverride> cdk)
        implements Domain {
    /** The kinds of records that can point to a GraphQL API. */
    public enum RecordType {
        CNAME,
        A_AAAA
    }

    /** A name, or props. */
    public static PropType<AppSyncDomain> type() {
        return Domain.type(() -> AppSyncDomainBlock.SCHEMA);
    }

    /** AppSync knows no paths. */
    @Override
    public @Nullable String path() {
        return null;
    }

    @Override
    public boolean isElsewhere() {
        return Boolean.TRUE.equals(isExternalDomain);
    }
}
