package sst.constructs.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolOperation;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grantee;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.cognito.CognitoProps;
import sst.model.cognito.Federation;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.event.PlainReceiver;
import sst.model.function.FunctionProps;

/** {@code cognito}: a user pool, its client and triggers, and the identity pool of its users. */
public final class CognitoConstruct {
    private final Spot spot;
    private final IUserPool pool;
    private final IUserPoolClient client;
    private final Optional<IdentityPool> identities;
    private final Receivers receivers = new Receivers();
    private final List<Grantee> grantees = new ArrayList<>();

    private CognitoConstruct(ConstructModel model, StackSite site) {
        CognitoProps props = model.props(CognitoProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "userPool", "userPoolClient");
        UserPools pools = new UserPools(spot, props);
        this.pool = pools.pool();
        this.client = pools.client(pool);
        trigger(props);
        Federation federation = props.identityPoolFederation();
        this.identities = federation == null || federation.isEnabled()
                ? Optional.of(IdentityPool.make(
                        spot,
                        new IdentityPool.Users(pool.getUserPoolId(), client.getUserPoolClientId()),
                        (federation == null ? Federation.plain(true) : federation).props()))
                : Optional.empty();
        grant(spot, props);
    }

    /** How user pools are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new CognitoConstruct(model, site).asConstruct(),
                CognitoConstruct::functions,
                (model, key) -> Receivers.at(
                        PlainReceiver.all(model.props(CognitoProps.class).triggers()), key, model));
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        CognitoProps props = model.props(CognitoProps.class);
        return Receivers.own(PlainReceiver.all(props.triggers()), props.defaults(), stack);
    }

    private void trigger(CognitoProps props) {
        PlainReceiver.all(props.triggers()).entrySet().forEach(entry -> {
            if (!(pool instanceof UserPool own)) {
                throw Errors.of(Code.CONFLICT, "an imported user pool cannot have triggers")
                        .hint("set its triggers where it is made")
                        .subject("triggers")
                        .asError();
            }
            IFunction function = receivers.function(spot, entry.getKey(), entry, props.defaults());
            own.addTrigger(UserPoolOperation.of(entry.getKey()), function);
        });
    }

    private void grant(Spot place, CognitoProps props) {
        if (props.authUserPermissions().isEmpty()
                && props.unauthUserPermissions().isEmpty()) {
            return;
        }
        IdentityPool users = identities.orElseThrow(() -> Errors.of(
                        Code.CONFLICT,
                        "cognito '" + spot.id() + "' grants its users permissions and has no identity pool")
                .hint("leave identityPoolFederation false out")
                .asError());
        grantees.add(new Grantee(props.authUserPermissions(), users.signedIn(place)));
        grantees.add(new Grantee(props.unauthUserPermissions(), users.anybody(place)));
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, pool)
                .part(client)
                .value("userPoolId", pool::getUserPoolId)
                .value("userPoolArn", pool::getUserPoolArn)
                .value("userPoolClientId", client::getUserPoolClientId)
                .value("cognitoIdentityPoolId", () -> identities
                        .orElseThrow(() -> AppConstruct.lacks(spot.model().id(), "identity pool"))
                        .id())
                .functions(receivers)
                .grantees(grantees)
                .extension((place, added) -> grant(place, added.props(CognitoProps.class)));
    }
}
