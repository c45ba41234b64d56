package sst.model.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.ref.Tokens;
import sst.model.value.CdkOverride;

/** What has to fit together in a custom domain (SST v2's errors). */
final class DomainRules {
    private static final List<String> OBJECTS = List.of(Domain.DOMAIN_NAME, Domain.HOSTED_ZONE, Domain.CERTIFICATE);

    private DomainRules() {}

    static void check(Domain domain) {
        domain.cdk().forEach(DomainRules::requireObject);
        String name = domain.domainName();
        boolean isThere = domain.cdk().containsKey(Domain.DOMAIN_NAME);
        refuse(
                name == null && !isThere,
                missing(Domain.DOMAIN_NAME, "a custom domain needs 'domainName'")
                        .hint("write customDomain 'api.acme.com'"));
        if (isThere) {
            existing(domain);
        } else if (name != null) {
            named(domain, name);
        }
    }

    private static void requireObject(String key, CdkOverride override) {
        refuse(
                !OBJECTS.contains(key),
                Diagnostic.error(Code.UNKNOWN_PROPERTY, "'cdk' of a custom domain has no '" + key + "'")
                        .hint("known: " + String.join(", ", OBJECTS))
                        .subject(key));
        refuse(
                !override.isGiven(),
                Diagnostic.error(Code.WRONG_TYPE, "'" + key + "' under 'cdk' of a custom domain is no CDK object")
                        .hint("return it from a closure: " + key + " { scope -> … }")
                        .subject(key));
    }

    private static void existing(Domain domain) {
        refuse(
                domain.domainName() != null,
                conflict(Domain.DOMAIN_NAME, "a custom domain has both 'domainName' and 'cdk.domainName'")
                        .hint("keep the one that you mean"));
        Stream<String> certificate = domain.cdk().keySet().stream().filter(Domain.CERTIFICATE::equals);
        Stream.of(zones(domain), domain.ofNewNames().stream(), certificate)
                .flatMap(each -> each)
                .forEach(name -> refuse(
                        true,
                        conflict(name, "'" + name + "' cannot be set for a domain name that 'cdk' gives")
                                .hint("set it where the domain name is made")));
    }

    private static void named(Domain domain, String name) {
        boolean isReference = Tokens.isIn(name);
        String lower = name.toLowerCase(Locale.ROOT);
        refuse(
                !isReference && !name.equals(lower),
                Diagnostic.error(Code.INVALID_VALUE, "domain name '" + name + "' is not in lower case")
                        .hint("write '" + lower + "'")
                        .subject(name));
        if (domain.isElsewhere()) {
            external(domain);
        }
        long zones = zones(domain).count();
        refuse(
                isReference && !domain.isElsewhere() && zones == 0,
                missing(
                                Domain.HOSTED_ZONE,
                                "a domain name that is a reference needs 'hostedZone': the zone does not follow from it")
                        .hint("add hostedZone 'acme.com'"));
        refuse(
                zones > 1,
                conflict(Domain.HOSTED_ZONE, "a custom domain has both 'hostedZone' and 'cdk.hostedZone'")
                        .hint("keep the one that you mean"));
    }

    private static void external(Domain domain) {
        refuse(
                !domain.cdk().containsKey(Domain.CERTIFICATE),
                missing("isExternalDomain", "a domain that is not on Route 53 needs a certificate")
                        .hint(
                                "add cdk { certificate { scope -> Certificate.fromCertificateArn(scope, 'Cert', '…') } }"));
        refuse(
                zones(domain).findAny().isPresent(),
                conflict(Domain.HOSTED_ZONE, "'hostedZone' cannot be set for a domain that is not on Route 53")
                        .hint("remove hostedZone or isExternalDomain"));
    }

    /** The prop that names a zone, once for each place where it is set. */
    private static Stream<String> zones(Domain domain) {
        boolean isNamed = domain.hostedZone() != null || domain.hostedZoneId() != null;
        Stream<String> own = isNamed ? Stream.of(Domain.HOSTED_ZONE) : Stream.empty();
        return Stream.concat(own, domain.cdk().keySet().stream().filter(Domain.HOSTED_ZONE::equals));
    }

    private static Diagnostic missing(String prop, String summary) {
        return Diagnostic.error(Code.MISSING_PROP, summary).subject(prop);
    }

    private static Diagnostic conflict(String prop, String summary) {
        return Diagnostic.error(Code.CONFLICT, summary).subject(prop);
    }

    private static void refuse(boolean isWrong, Diagnostic diagnostic) {
        if (isWrong) {
            throw diagnostic.asError();
        }
    }
}
