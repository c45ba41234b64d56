package sst.model.cognito;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a user pool. */
public final class Cognito extends EventHandle<CognitoProps, Cognito> {
    private static final String SIGNED_IN = "authUserPermissions";
    private static final String ANYBODY = "unauthUserPermissions";

    public Cognito(ConstructScope scope, CognitoBlock block) {
        super(scope, block);
    }

    @Override
    protected Cognito self() {
        return this;
    }

    /** The user pool's id. */
    public Ref getUserPoolId() {
        return ref("userPoolId");
    }

    /** The user pool's ARN. */
    public Ref getUserPoolArn() {
        return ref("userPoolArn");
    }

    /** The id of the client by which apps let users sign in. */
    public Ref getUserPoolClientId() {
        return ref("userPoolClientId");
    }

    /** The identity pool's id; nothing when {@code identityPoolFederation} is false. */
    public @Nullable Ref getCognitoIdentityPoolId() {
        Federation federation = block().partial().identityPoolFederation();
        return federation == null || federation.isEnabled() ? ref("cognitoIdentityPoolId") : null;
    }

    /** The function of a trigger; nothing when the trigger has none. */
    public @Nullable ChildFunction getFunction(String trigger) {
        return block().partial().triggers().containsKey(trigger) ? child(trigger) : null;
    }

    /** Lets the functions of all triggers see and use resources. */
    public Cognito bindForTriggers(Object... resources) {
        return bind(resources);
    }

    /** Lets the function of one trigger see and use resources. */
    public Cognito bindForTrigger(String trigger, Object... resources) {
        attachBindings(trigger, resources);
        return this;
    }

    /** Grants permissions to the functions of all triggers. */
    public Cognito attachPermissionsForTriggers(Object... permissions) {
        return attachPermissions(permissions);
    }

    /** Grants permissions to the function of one trigger. */
    public Cognito attachPermissionsForTrigger(String trigger, Object... permissions) {
        attachGrants(trigger, permissions);
        return this;
    }

    /** Grants permissions to users who signed in. */
    public Cognito attachPermissionsForAuthUsers(Object... permissions) {
        block().add(SIGNED_IN, list(permissions));
        return this;
    }

    /** Grants permissions to users who signed in, by a policy of another stack. */
    public Cognito attachPermissionsForAuthUsers(StackScope owner, Object... permissions) {
        addIn(owner, SIGNED_IN, list(permissions));
        return this;
    }

    /** Grants permissions to users who did not sign in. */
    public Cognito attachPermissionsForUnauthUsers(Object... permissions) {
        block().add(ANYBODY, list(permissions));
        return this;
    }

    /** Grants permissions to users who did not sign in, by a policy of another stack. */
    public Cognito attachPermissionsForUnauthUsers(StackScope owner, Object... permissions) {
        addIn(owner, ANYBODY, list(permissions));
        return this;
    }

    private static List<Object> list(Object... permissions) {
        return permissions.length == 1 ? listOf(permissions[0]) : List.of(permissions);
    }
}
