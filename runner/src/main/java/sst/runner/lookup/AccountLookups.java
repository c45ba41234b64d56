package sst.runner.lookup;

import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.runner.app.AppIdentity;
import sst.runner.app.Lookups;
import sst.runner.app.MissingContext;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.ZonePort;
import sst.runner.aws.ZonePort.Zone;
import sst.runner.aws.account.Aws;
import sst.runner.aws.account.AwsConnector;
import sst.runner.aws.account.Target;
import sst.runner.failure.Problems;

/**
 * Looks up in the account of a stage, as the CDK's own context providers do
 * (<a href="https://docs.aws.amazon.com/cdk/v2/guide/context.html">context values</a>).
 */
public record AccountLookups(AwsConnector connector) implements Lookups {
    @Override
    public Object answer(AppIdentity app, MissingContext question) {
        if (app.local()) {
            throw Problems.cloud(
                    Problems.of(Code.LOCAL_CLOUD, "the local cloud has no answer to '" + question.key() + "'")
                            .hint("name it by its id, or leave it out on local stages"));
        }
        String region = question.props().containsKey("region") ? question.text("region") : app.region();
        try (Aws aws = connector.connect(new Target(region, app.profile(), null))) {
            return switch (question.provider()) {
                case "hosted-zone" -> zone(aws.zones(), question);
                case "ssm" -> parameter(aws, question);
                default ->
                    throw Problems.cloud(
                            Problems.of(Code.UNSUPPORTED, "looking up '" + question.provider() + "' is not supported")
                                    .hint("name it by its id, or write the value under '" + question.key()
                                            + "' into cdk.context.json"));
            };
        } catch (AwsFailure failure) {
            boolean isKeyless = failure.kind() == AwsFailure.Kind.CREDENTIALS_MISSING
                    || failure.kind() == AwsFailure.Kind.CREDENTIALS_EXPIRED;
            throw Problems.cloud(
                    Problems.of(
                                    isKeyless ? Code.CREDENTIALS : Code.CLOUD,
                                    "cannot look up '" + question.key() + "': " + failure.reason())
                            .hint("name it by its id, or give credentials of the stage's account"),
                    failure);
        }
    }

    private static Object zone(ZonePort zones, MissingContext question) {
        String name = question.text("domainName");
        boolean isPrivate = Boolean.TRUE.equals(question.props().get("privateZone"));
        String vpc = question.text("vpcId");
        List<Zone> found = zones.named(name).stream()
                .filter(zone -> zone.isPrivate() == isPrivate)
                .filter(zone -> vpc.isEmpty() || zones.vpcs(zone.id()).contains(vpc))
                .toList();
        if (found.size() != 1) {
            String kind = isPrivate ? "private hosted zone '" : "hosted zone '";
            throw Problems.cloud(Problems.of(
                            Code.CLOUD,
                            found.isEmpty()
                                    ? "the account has no " + kind + name + "'"
                                    : "the account has " + found.size() + " zones for " + kind + name + "'")
                    .hint("name another by hostedZone, or the one that is meant by hostedZoneId"));
        }
        Zone zone = found.get(0);
        return Map.of("Id", zone.id(), "Name", zone.name());
    }

    private static Object parameter(Aws aws, MissingContext question) {
        String name = question.text("parameterName");
        return aws.parameters()
                .find(name)
                .orElseThrow(
                        () -> Problems.cloud(Problems.of(Code.CLOUD, "the account has no SSM parameter '" + name + "'")
                                .hint("aws ssm put-parameter makes it")));
    }
}
