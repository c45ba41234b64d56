package sst.constructs.gateway;

import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.cloud_assembly_schema.ContextProvider;
import software.amazon.awscdk.cloud_assembly_schema.HostedZoneContextQuery;
import software.amazon.awscdk.cloud_assembly_schema.MissingContext;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.HostedZoneProviderProps;
import software.amazon.awscdk.services.route53.IHostedZone;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * Zones by their names, which only the account knows. What is not remembered stands in the assembly's manifest, and
 * whoever asked for the assembly finds it out and synthesizes again.
 */
final class ZoneLookup {
    private static final String ID = "HostedZone";

    private final Spot spot;

    ZoneLookup(Spot spot) {
        this.spot = spot;
    }

    IHostedZone byId(String id, String name) {
        HostedZoneAttributes attributes =
                HostedZoneAttributes.builder().hostedZoneId(id).zoneName(name).build();
        return HostedZone.fromHostedZoneAttributes(spot.scope(), ID, attributes);
    }

    IHostedZone byName(String name) {
        if (isUnknown(name)) {
            throw Errors.of(Code.MISSING_PROP, "a hosted zone whose name is a reference needs its id")
                    .hint("add hostedZoneId 'Z…' to customDomain: aws route53 list-hosted-zones tells it")
                    .subject("customDomain")
                    .asError();
        }
        Stack stack = spot.site().stack();
        // The CDK looks up in accounts that it knows; a stage has one, so it can stand for it.
        return isUnknown(stack.getAccount())
                ? ofStage(stack, name)
                : HostedZone.fromLookup(
                        spot.scope(),
                        ID,
                        HostedZoneProviderProps.builder().domainName(name).build());
    }

    private IHostedZone ofStage(Stack stack, String name) {
        String key = "hosted-zone:stage=" + spot.site().app().stage() + ":domainName=" + name;
        if (spot.scope().getNode().tryGetContext(key) instanceof Map<?, ?> zone) {
            return byId(String.valueOf(zone.get("Id")).replaceFirst("^/hostedzone/", ""), name);
        }
        HostedZoneContextQuery query = HostedZoneContextQuery.builder()
                .account("")
                .region(stack.getRegion())
                .domainName(name)
                .build();
        stack.reportMissingContextKey(MissingContext.builder()
                .key(key)
                .provider(ContextProvider.HOSTED_ZONE_PROVIDER)
                .props(query)
                .build());
        return byId("DUMMY", name);
    }

    private static boolean isUnknown(String value) {
        return Boolean.TRUE.equals(Token.isUnresolved(value));
    }
}
