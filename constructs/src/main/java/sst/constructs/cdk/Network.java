package sst.constructs.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.constructs.Construct;
import sst.constructs.construct.Values;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.value.CdkOverride;

/**
 * The network that code runs in.
 *
 * @param vpc gives the network; null for none
 * @param subnets which of its subnets; null for the CDK's choice
 * @param securityGroups give the groups; empty for the CDK's own
 */
public record Network(@Nullable CdkOverride vpc, @Nullable CdkOverride subnets, List<CdkOverride> securityGroups) {
    /**
     * The network as CDK props.
     *
     * @param owner what runs in it, for messages
     * @param subnetsName what the CDK calls the choice of subnets there
     * @throws sst.model.diagnostic.UserError when there are security groups and no network
     */
    public Map<String, Object> props(String owner, String subnetsName, Construct scope, Values values) {
        if (vpc == null && !securityGroups.isEmpty()) {
            throw Errors.of(Code.CONFLICT, "'securityGroups' of " + owner + " need 'vpc'")
                    .hint("write vpc { scope -> … } too")
                    .subject("securityGroups")
                    .asError();
        }
        CdkProps cdk = new CdkProps(values);
        Map<String, Object> props = new LinkedHashMap<>();
        if (vpc != null) {
            cdk.given(vpc, scope, IVpc.class).ifPresent(value -> props.put("vpc", value));
        }
        if (subnets != null) {
            props.put(subnetsName, subnets.props());
        }
        if (!securityGroups.isEmpty()) {
            props.put(
                    "securityGroups",
                    securityGroups.stream()
                            .flatMap(each -> cdk.given(each, scope, ISecurityGroup.class).stream())
                            .toList());
        }
        return props;
    }
}
