package sst.constructs.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.function.InlineFunction;
import sst.model.auth.AuthProps;
import sst.model.construct.ConstructModel;
import sst.model.value.Access;

/**
 * {@code auth}: a pair of keys in SSM. Functions that only verify see the public one; those that sign, which binding
 * calls writing, see both.
 */
public final class AuthConstruct implements AppConstruct {
    private static final String PUBLIC = "publicKey";
    private static final String PRIVATE = "privateKey";
    private static final String PREFIX = "prefix";

    private final Spot spot;
    private final String prefix;
    private final CustomResource keys;

    private AuthConstruct(ConstructModel model, StackSite site) {
        AuthProps props = model.props(AuthProps.class);
        this.spot = Resource.spot(model, site, props.cdk());
        this.prefix = Objects.requireNonNullElse(props.prefix(), "/auth");
        this.keys = keys();
        StringParameter.Builder.create(spot.scope(), PREFIX)
                .parameterName(path(PREFIX))
                .stringValue(prefix)
                .build();
    }

    /** How sign-ins are made. */
    public static ConstructType type() {
        return AuthConstruct::new;
    }

    private CustomResource keys() {
        Function maker = InlineFunction.builder(spot.scope(), "KeysHandler", "auth-keys")
                .timeout(Duration.minutes(1))
                .build();
        List<String> actions = List.of("ssm:DeleteParameters", "ssm:GetParameters", "ssm:PutParameter");
        maker.addToRolePolicy(Grant.allow(actions, List.of(arn("*"))).statement());
        CustomResource made = CustomResource.Builder.create(spot.scope(), "Keys")
                .serviceToken(maker.getFunctionArn())
                .resourceType("Custom::SignInKeys")
                .properties(Map.of("PublicPath", path(PUBLIC), "PrivatePath", path(PRIVATE)))
                .build();
        // Its permissions have to be there until it has run for the last time.
        made.getNode().addDependency(maker);
        return made;
    }

    private String path(String property) {
        String id = spot.model().id().id().replace('-', '_');
        return spot.site().parameterPrefix() + "Auth/" + id + "/" + property;
    }

    private String arn(String property) {
        return "arn:" + spot.site().stack().getPartition() + ":ssm:"
                + spot.site().stack().getRegion() + ":" + spot.site().stack().getAccount() + ":parameter"
                + path(property);
    }

    @Override
    public String attribute(String name) {
        throw AppConstruct.lacks(spot.model().id(), "'" + name + "' before it runs; keys are read in handlers");
    }

    @Override
    public Object cdk() {
        return keys;
    }

    @Override
    public Construct scope() {
        return spot.scope();
    }

    @Override
    public Bound bound() {
        return bound(Access.ALL);
    }

    @Override
    public Bound bound(Access access) {
        boolean isSigning = access == Access.WRITE || access == Access.READ_WRITE;
        Map<String, BoundValue> values = new LinkedHashMap<>();
        values.put(PUBLIC, new BoundValue.Secret());
        if (isSigning) {
            values.put(PRIVATE, new BoundValue.Secret());
            values.put(PREFIX, new BoundValue.Plain(() -> prefix));
        }
        List<Grant> grants =
                List.of(Grant.allow(List.of("ssm:GetParameters"), List.of(isSigning ? arn("*") : arn(PUBLIC))));
        return new Bound("Auth", spot.model().id().id(), values, each -> grants);
    }
}
