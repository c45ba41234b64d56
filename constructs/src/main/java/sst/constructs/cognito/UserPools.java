package sst.constructs.cognito;

import java.util.List;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.cognito.CognitoProps;
import sst.model.cognito.Login;
import sst.model.diagnostic.Code;
import sst.model.value.CdkOverride;

/** The user pool and its client, made or given by closures. */
record UserPools(Spot spot, CognitoProps props) {
    private static final String TRIGGERS = "lambdaTriggers";

    IUserPool pool() {
        CdkOverride own = CdkProps.of(props.cdk(), "userPool");
        if (own.props().containsKey(TRIGGERS)) {
            throw Errors.of(Code.CONFLICT, "'cdk.userPool' cannot set 'lambdaTriggers'")
                    .hint("use triggers")
                    .subject(TRIGGERS)
                    .asError();
        }
        if (!own.isGiven() && CdkProps.of(props.cdk(), "userPoolClient").isGiven()) {
            throw Errors.of(Code.CONFLICT, "'cdk.userPoolClient' is given and 'cdk.userPool' is not")
                    .hint("give the client's user pool too")
                    .subject("userPoolClient")
                    .asError();
        }
        return Resource.of(spot, own, IUserPool.class, overrides -> {
            UserPool.Builder builder = UserPool.Builder.create(spot.scope(), "UserPool")
                    .userPoolName(spot.site().prefixed(spot.id()))
                    .selfSignUpEnabled(true)
                    .signInCaseSensitive(false);
            if (!props.login().isEmpty()) {
                builder.signInAliases(aliases(props.login()));
            }
            return Resource.with(spot, builder, overrides).build();
        });
    }

    private static SignInAliases aliases(List<Login> login) {
        return SignInAliases.builder()
                .email(login.contains(Login.EMAIL))
                .phone(login.contains(Login.PHONE))
                .username(login.contains(Login.USERNAME))
                .preferredUsername(login.contains(Login.PREFERRED_USERNAME))
                .build();
    }

    IUserPoolClient client(IUserPool pool) {
        return Resource.of(
                spot, CdkProps.of(props.cdk(), "userPoolClient"), IUserPoolClient.class, overrides -> Resource.with(
                                spot,
                                UserPoolClient.Builder.create(spot.scope(), "UserPoolClient")
                                        .userPool(pool),
                                overrides)
                        .build());
    }
}
