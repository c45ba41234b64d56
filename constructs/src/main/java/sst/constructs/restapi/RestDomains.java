package sst.constructs.restapi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.BasePathMapping;
import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.IDomainName;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.MTLSConfig;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.DnsValidatedCertificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.targets.ApiGatewayDomain;
import software.amazon.awscdk.services.s3.IBucket;
import sst.constructs.event.Spot;
import sst.constructs.gateway.DomainParts;
import sst.model.gateway.Domain;
import sst.model.restapi.MutualTls;
import sst.model.restapi.RestDomain;

/** The domain of a REST API; ids are SST v2's. */
final class RestDomains {
    private final Spot spot;
    private final RestDomain domain;

    private RestDomains(Spot spot, RestDomain domain) {
        this.spot = spot;
        this.domain = domain;
    }

    /** Lets an API answer under a name; the answer is name and path. */
    static Optional<String> map(Spot spot, IRestApi api, @Nullable RestDomain domain) {
        if (domain == null) {
            return Optional.empty();
        }
        IDomainName name = DomainParts.given(spot, domain, Domain.DOMAIN_NAME, IDomainName.class)
                .orElseGet(() -> new RestDomains(spot, domain).make());
        BasePathMapping.Builder mapping = BasePathMapping.Builder.create(spot.scope(), "BasePath")
                .domainName(name)
                .restApi(api);
        if (domain.path() != null) {
            mapping.basePath(domain.path());
        }
        mapping.build();
        return Optional.of(Domain.address(name.getDomainName(), domain.path()));
    }

    private IDomainName make() {
        DomainParts parts = new DomainParts(spot, domain);
        DomainName.Builder builder = DomainName.Builder.create(spot.scope(), "DomainName")
                .domainName(parts.name())
                .certificate(certificate(parts));
        if (domain.endpointType() != null) {
            builder.endpointType(EndpointType.valueOf(domain.endpointType().name()));
        }
        if (domain.securityPolicy() != null) {
            builder.securityPolicy(
                    SecurityPolicy.valueOf(domain.securityPolicy().name()));
        }
        if (domain.mtls() != null) {
            builder.mtls(mutual(domain.mtls()));
        }
        DomainName made = builder.build();
        parts.records(new ApiGatewayDomain(made));
        return made;
    }

    /** CloudFront, where the edge is, takes certificates of us-east-1 alone. */
    @SuppressWarnings("deprecation") // The CDK has no other certificate for a region that is not the stack's.
    private ICertificate certificate(DomainParts parts) {
        boolean isAtEdge = domain.endpointType() == RestDomain.EndpointType.EDGE;
        if (!isAtEdge || domain.cdk().containsKey(Domain.CERTIFICATE)) {
            return parts.certificate();
        }
        return DnsValidatedCertificate.Builder.create(spot.scope(), "CrossRegionCertificate")
                .domainName(parts.name())
                .hostedZone(parts.zone())
                .region("us-east-1")
                .build();
    }

    private MTLSConfig mutual(MutualTls written) {
        MTLSConfig.Builder config = MTLSConfig.builder()
                .bucket((IBucket) spot.site()
                        .values()
                        .construct(Objects.requireNonNull(written.bucket()).id())
                        .cdk())
                .key(Objects.requireNonNull(written.key()));
        if (written.version() != null) {
            config.version(written.version());
        }
        return config.build();
    }
}
