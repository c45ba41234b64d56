package sst.constructs.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.DomainMappingOptions;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import sst.constructs.event.Spot;
import sst.model.gateway.CustomDomain;
import sst.model.gateway.Domain;

/**
 * The domain of an HTTP or WebSocket API (API Gateway v2).
 *
 * @param name the CDK's domain name
 * @param path what stands behind the name; null for nothing
 */
public record ApiDomain(IDomainName name, @Nullable String path) {
    /** The domain that the props describe, made if it is not given. */
    public static Optional<ApiDomain> of(Spot spot, @Nullable CustomDomain domain) {
        if (domain == null) {
            return Optional.empty();
        }
        IDomainName name = DomainParts.given(spot, domain, Domain.DOMAIN_NAME, IDomainName.class)
                .orElseGet(() -> make(spot, domain));
        return Optional.of(new ApiDomain(name, domain.path()));
    }

    private static IDomainName make(Spot spot, CustomDomain domain) {
        DomainParts parts = new DomainParts(spot, domain);
        DomainName made = DomainName.Builder.create(spot.scope(), "DomainName")
                .domainName(parts.name())
                .certificate(parts.certificate())
                .build();
        if (!domain.isElsewhere()) {
            parts.records(
                    new ApiGatewayv2DomainProperties(made.getRegionalDomainName(), made.getRegionalHostedZoneId()));
        }
        return made;
    }

    /** How a stage is told of it. */
    public DomainMappingOptions mapping() {
        DomainMappingOptions.Builder options = DomainMappingOptions.builder().domainName(name);
        if (path != null) {
            options.mappingKey(path);
        }
        return options.build();
    }

    /** Name and path. */
    public String address() {
        return Domain.address(name.getName(), path);
    }
}
