package sst.model.restapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.model.gateway.Domain;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A domain of a REST API. */
@Nested("A name of your own under which a REST API answers.")
@Coerced(accepts = String.class, record = RestDomain.class)
public record RestDomain(
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
        @Nullable @Prop(value = "Where requests enter AWS.", defaultsTo = "regional") EndpointType endpointType,
        @Nullable @Prop(value = "Which clients may connect, by their certificates.", example = "key: 'ca.pem'")
                MutualTls mtls,
        @Nullable @Prop(value = "The oldest TLS that is taken; left out, AWS's default.", example = "'TLS 1.2'")
                SecurityPolicy securityPolicy,
        @Prop("Closures that return what is there: domainName, hostedZone, certificate.") Map<String, CdkOverride> cdk)
        implements Domain {

    /** Where requests enter AWS. */
    public enum EndpointType {
        EDGE("edge"),
        REGIONAL("regional"),
        PRIVATE("private");

        private final String text;

        EndpointType(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The oldest TLS that is taken. */
    public enum SecurityPolicy {
        TLS_1_0("TLS 1.0"),
        TLS_1_2("TLS 1.2");

        private final String text;

        SecurityPolicy(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A name, or props. */
    public static PropType<RestDomain> type() {
        return Domain.type(() -> RestDomainBlock.SCHEMA);
    }

    @Override
    public List<String> ofNewNames() {
        return Stream.of(
                        endpointType == null ? "" : "endpointType",
                        mtls == null ? "" : "mtls",
                        securityPolicy == null ? "" : "securityPolicy")
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
