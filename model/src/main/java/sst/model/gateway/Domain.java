package sst.model.gateway;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.value.CdkOverride;

/** A name of the user's own under which an API answers; what all kinds of APIs know of it. */
public interface Domain {
    /** The key of {@code cdk} that gives a domain name which is there already. */
    String DOMAIN_NAME = "domainName";

    /** The key of {@code cdk} that gives a hosted zone. */
    String HOSTED_ZONE = "hostedZone";

    /** The key of {@code cdk} that gives a certificate. */
    String CERTIFICATE = "certificate";

    /** The name; null when {@code cdk.domainName} gives one that is there. */
    @Nullable
    String domainName();

    /** The zone of Route 53 that has the name; null for the one that follows from it. */
    @Nullable
    String hostedZone();

    /** The id of that zone; null when it is to be looked up. */
    @Nullable
    String hostedZoneId();

    /** What stands behind the name; null for nothing. */
    @Nullable
    String path();

    /** CDK objects that are there already. */
    Map<String, CdkOverride> cdk();

    /** Whether another provider than Route 53 has the name. */
    default boolean isElsewhere() {
        return false;
    }

    /** Props that say how a new domain name is made, as far as they are set. */
    default List<String> ofNewNames() {
        return List.of();
    }

    /** A name, or props that fit together. */
    static <D extends Record & Domain> PropType<D> type(Supplier<BlockSchema<D>> schema) {
        return new CheckedType<>(schema, DOMAIN_NAME, DomainRules::check);
    }

    /** Name and path; API Gateway answers below a path only with the slash at its end. */
    static String address(String name, @Nullable String path) {
        return path == null ? name : name + "/" + path + "/";
    }
}
