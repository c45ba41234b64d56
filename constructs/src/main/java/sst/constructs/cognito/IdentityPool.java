package sst.constructs.cognito;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.services.cognito.CfnIdentityPool;
import software.amazon.awscdk.services.cognito.CfnIdentityPool.CognitoIdentityProviderProperty;
import software.amazon.awscdk.services.cognito.CfnIdentityPoolRoleAttachment;
import software.amazon.awscdk.services.iam.FederatedPrincipal;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.Grant;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.cognito.FederationProps;

/** The identity pool: users become one of two roles, by whether they signed in. */
final class IdentityPool {
    private final CfnIdentityPool pool;
    private final Spot spot;
    private final Role signedIn;
    private final Role anybody;
    private final Map<String, Policy> elsewhere = new HashMap<>();

    /** The user pool whose users it knows. */
    record Users(String pool, String client) {}

    private IdentityPool(CfnIdentityPool pool, Spot spot) {
        this.pool = pool;
        this.spot = spot;
        this.signedIn = role("IdentityPoolAuthRole", "authenticated");
        this.anybody = role("IdentityPoolUnauthRole", "unauthenticated");
        signedIn.addToPolicy(Grant.allow("mobileanalytics:PutEvents", "cognito-sync:*", "cognito-identity:*")
                .statement());
        anybody.addToPolicy(
                Grant.allow("mobileanalytics:PutEvents", "cognito-sync:*").statement());
    }

    static IdentityPool make(Spot spot, Users users, FederationProps props) {
        CdkProps.requireKeys(props.cdk(), List.of("cfnIdentityPool"));
        String issuer = "cognito-idp." + spot.site().stack().getRegion() + "."
                + spot.site().stack().getUrlSuffix() + "/" + users.pool();
        Providers providers = new Providers(spot, props);
        CfnIdentityPool.Builder builder = CfnIdentityPool.Builder.create(spot.scope(), "IdentityPool")
                .identityPoolName(spot.site().prefixed(spot.id()))
                .allowUnauthenticatedIdentities(true)
                .cognitoIdentityProviders(List.of(CognitoIdentityProviderProperty.builder()
                        .providerName(issuer)
                        .clientId(users.client())
                        .build()))
                .supportedLoginProviders(providers.social())
                .openIdConnectProviderArns(providers.openId());
        Map<String, Object> own = CdkProps.of(props.cdk(), "cfnIdentityPool").props();
        IdentityPool made = new IdentityPool(Resource.with(spot, builder, own).build(), spot);
        made.attachRoles();
        return made;
    }

    private void attachRoles() {
        CfnIdentityPoolRoleAttachment.Builder.create(spot.scope(), "IdentityPoolRoleAttachment")
                .identityPoolId(pool.getRef())
                .roles(Map.of("authenticated", signedIn.getRoleArn(), "unauthenticated", anybody.getRoleArn()))
                .build();
    }

    private Role role(String id, String who) {
        boolean isGovernment = spot.site().stack().getRegion().startsWith("us-gov-");
        String service = "cognito-identity" + (isGovernment ? "-us-gov" : "") + ".amazonaws.com";
        Map<String, Object> conditions = Map.of(
                "StringEquals", Map.of(service + ":aud", pool.getRef()),
                "ForAnyValue:StringLike", Map.of(service + ":amr", who));
        return Role.Builder.create(spot.scope(), id)
                .assumedBy(new FederatedPrincipal(service, conditions, "sts:AssumeRoleWithWebIdentity"))
                .build();
    }

    String id() {
        return pool.getRef();
    }

    /** Grants users who signed in, by a policy of the place's stack. */
    Consumer<Grant> signedIn(Spot place) {
        return grant -> allow(place, signedIn, "AuthRole", grant);
    }

    /** Grants users who did not sign in, by a policy of the place's stack. */
    Consumer<Grant> anybody(Spot place) {
        return grant -> allow(place, anybody, "UnauthRole", grant);
    }

    private void allow(Spot place, Role role, String kind, Grant grant) {
        if (place.site().stack() == spot.site().stack()) {
            role.addToPolicy(grant.statement());
            return;
        }
        String stack = place.site().stack().getNode().getId();
        String id = "Auth-" + spot.id() + "-" + stack + "-" + kind;
        elsewhere
                .computeIfAbsent(id, each -> {
                    Policy policy = new Policy(place.site().stack(), each);
                    role.attachInlinePolicy(policy);
                    return policy;
                })
                .addStatements(grant.statement());
    }
}
