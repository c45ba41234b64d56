package sst.constructs.gateway;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.IConstruct;

/**
 * The role by which API Gateway writes logs. An account has one setting for it in each region, so it stays when the
 * stack goes: other APIs may log by it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
public final class LogRole {
    private static final String ID = "ApiGatewayLogRole";
    private static final String ACCOUNT = "ApiGatewayAccount";

    private LogRole() {}

    /** The account's setting, once in a stack. */
    public static IConstruct of(Stack stack) {
        IConstruct there = stack.getNode().tryFindChild(ACCOUNT);
        return there == null ? make(stack) : there;
    }

    private static IConstruct make(Stack stack) {
        Role role = Role.Builder.create(stack, ID)
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs")))
                .build();
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        CfnAccount account = CfnAccount.Builder.create(stack, ACCOUNT)
                .cloudWatchRoleArn(role.getRoleArn())
                .build();
        account.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return account;
    }
}
