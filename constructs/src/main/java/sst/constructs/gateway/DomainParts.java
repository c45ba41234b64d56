package sst.constructs.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.route53.CnameRecord;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordSet;
import software.amazon.awscdk.services.route53.RecordTarget;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.gateway.Domain;
import sst.model.ref.Tokens;

/** The hosted zone, certificate and records of a domain name that an API gets; ids are SST v2's. */
public final class DomainParts {
    private final Spot spot;
    private final Domain domain;
    private final String name;
    private @Nullable IHostedZone zone;

    public DomainParts(Spot spot, Domain domain) {
        this.spot = spot;
        this.domain = domain;
        this.name = spot.site().values().text(Objects.requireNonNull(domain.domainName()));
    }

    /** What a key of {@code cdk} gives. */
    public static <T> Optional<T> given(Spot spot, Domain domain, String key, Class<T> type) {
        return Resource.other(spot, CdkProps.of(domain.cdk(), key), type, Optional.empty());
    }

    /** The name; a token of the CDK when it is a reference. */
    public String name() {
        return name;
    }

    /** The zone that has the name; as given, by its id, or looked up by its name. */
    public IHostedZone zone() {
        if (zone == null) {
            zone = given(spot, domain, Domain.HOSTED_ZONE, IHostedZone.class).orElseGet(this::find);
        }
        return zone;
    }

    private IHostedZone find() {
        String own = domain.hostedZone();
        String zoneName = own == null ? parent(name) : spot.site().values().text(own);
        String id = domain.hostedZoneId();
        ZoneLookup zones = new ZoneLookup(spot);
        return id == null
                ? zones.byName(zoneName)
                : zones.byId(spot.site().values().text(id), zoneName);
    }

    /** {@code acme.com} for {@code api.acme.com} and for {@code acme.com}. */
    private static String parent(String name) {
        List<String> labels = List.of(name.split("\\."));
        return labels.size() <= 2 ? name : String.join(".", labels.subList(1, labels.size()));
    }

    /** The given certificate, or one that proves itself by a record in the zone. */
    public ICertificate certificate() {
        return given(spot, domain, Domain.CERTIFICATE, ICertificate.class)
                .orElseGet(() -> Certificate.Builder.create(spot.scope(), "Certificate")
                        .domainName(name)
                        .validation(CertificateValidation.fromDns(zone()))
                        .build());
    }

    /** Points the name to the API, for IPv4 and IPv6. */
    public void records(IAliasRecordTarget alias) {
        RecordTarget target = RecordTarget.fromAlias(alias);
        rename(ARecord.Builder.create(spot.scope(), "AliasRecord")
                .recordName(name)
                .zone(zone())
                .target(target)
                .build());
        rename(AaaaRecord.Builder.create(spot.scope(), "AliasRecordAAAA")
                .recordName(name)
                .zone(zone())
                .target(target)
                .build());
    }

    /** Points the name to another name. */
    public void cname(String target) {
        rename(CnameRecord.Builder.create(spot.scope(), "CnameRecord")
                .recordName(name)
                .zone(zone())
                .domainName(target)
                .build());
    }

    /** The CDK adds the zone to a name that it cannot read; a reference is a whole name. */
    private void rename(RecordSet made) {
        if (Tokens.isIn(String.valueOf(domain.domainName()))) {
            ((CfnRecordSet) Objects.requireNonNull(made.getNode().getDefaultChild())).setName(name);
        }
    }
}
