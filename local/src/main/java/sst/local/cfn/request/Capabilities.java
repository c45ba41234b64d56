package sst.local.cfn.request;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.template.Template;
import sst.local.wire.AwsException;

/**
 * What a caller must acknowledge before a template is made.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html">AWS</a>
 */
public final class Capabilities {
    private static final String IAM = "CAPABILITY_IAM";
    private static final String NAMED_IAM = "CAPABILITY_NAMED_IAM";
    private static final Set<String> IAM_TYPES = Set.of(
            "AWS::IAM::AccessKey",
            "AWS::IAM::Group",
            "AWS::IAM::InstanceProfile",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::IAM::User",
            "AWS::IAM::UserToGroupAddition");
    private static final Map<String, String> NAMES = Map.of(
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName");

    private Capabilities() {}

    /** The capability that the template needs; empty when it needs none. */
    public static List<String> needed(Template template) {
        boolean isNamed = false;
        boolean isIam = false;
        for (ResourceDeclaration resource : template.resources().values()) {
            isIam |= IAM_TYPES.contains(resource.type());
            String name = NAMES.get(resource.type());
            isNamed |= name != null && resource.properties().has(name);
        }
        return isNamed ? List.of(NAMED_IAM) : isIam ? List.of(IAM) : List.of();
    }

    /** The logical types that make a capability necessary. */
    public static List<String> reasons(Template template) {
        return template.resources().values().stream()
                .map(ResourceDeclaration::type)
                .filter(IAM_TYPES::contains)
                .distinct()
                .sorted()
                .toList();
    }

    static void check(Template template, Collection<String> given) {
        for (String capability : needed(template)) {
            boolean isGiven = given.contains(capability) || given.contains(NAMED_IAM);
            if (!isGiven) {
                throw new AwsException(
                        400, "InsufficientCapabilitiesException", "Requires capabilities : [" + capability + "]");
            }
        }
        if (!template.transforms().isEmpty() && !given.contains("CAPABILITY_AUTO_EXPAND")) {
            throw new AwsException(
                    400, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
        }
    }
}
