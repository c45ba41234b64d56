package sst.constructs.appsync;

import java.util.List;
import software.amazon.awscdk.services.appsync.DomainOptions;
import software.amazon.awscdk.services.appsync.GraphqlApi;
import software.amazon.awscdk.services.certificatemanager.DnsValidatedCertificate;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.AliasRecordTargetConfig;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.IRecordSet;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Spot;
import sst.constructs.gateway.DomainParts;
import sst.model.appsync.AppSyncDomain;
import sst.model.gateway.Domain;

/** The name of a GraphQL API; AppSync puts it on CloudFront, which takes certificates of us-east-1 alone. */
final class AppSyncNames {
    private static final String REGION = "us-east-1";

    private final Spot spot;
    private final AppSyncDomain domain;
    private final DomainParts parts;

    AppSyncNames(Spot spot, AppSyncDomain domain) {
        CdkProps.requireKeys(domain.cdk(), List.of(Domain.HOSTED_ZONE, Domain.CERTIFICATE));
        this.spot = spot;
        this.domain = domain;
        this.parts = new DomainParts(spot, domain);
    }

    DomainOptions options() {
        return DomainOptions.builder()
                .domainName(parts.name())
                .certificate(certificate())
                .build();
    }

    @SuppressWarnings("deprecation") // The CDK has no other certificate for a region that is not the stack's.
    private ICertificate certificate() {
        boolean isThere = domain.cdk().containsKey(Domain.CERTIFICATE);
        if (isThere || spot.site().stack().getRegion().equals(REGION)) {
            return parts.certificate();
        }
        return DnsValidatedCertificate.Builder.create(spot.scope(), "Certificate")
                .domainName(parts.name())
                .hostedZone(parts.zone())
                .region(REGION)
                .build();
    }

    /** Points the name to the API, unless another provider has the name. */
    void point(GraphqlApi api) {
        if (domain.isElsewhere()) {
            return;
        }
        if (domain.recordType() == AppSyncDomain.RecordType.A_AAAA) {
            parts.records(new ToCloudFront(api.getAppSyncDomainName()));
        } else {
            parts.cname(api.getAppSyncDomainName());
        }
    }

    /** {@code https://api.acme.com/graphql}. */
    String url() {
        return "https://" + parts.name() + "/graphql";
    }

    private record ToCloudFront(String name) implements IAliasRecordTarget {
        @Override
        public AliasRecordTargetConfig bind(IRecordSet record, IHostedZone zone) {
            return bind(record);
        }

        @Override
        public AliasRecordTargetConfig bind(IRecordSet record) {
            return AliasRecordTargetConfig.builder()
                    .dnsName(name)
                    .hostedZoneId(CloudFrontTarget.CLOUDFRONT_ZONE_ID)
                    .build();
        }
    }
}
