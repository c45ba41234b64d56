package sst.model.cognito;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.function.FunctionDefinition;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;
import sst.model.value.Permission;

/** Users and what they may do (SST v2: {@code constructs/Cognito.ts}). */
@Construct(
        value = "cognito",
        doc = "Users who sign in: a Cognito user pool, and an identity pool that lets them call AWS.",
        handle = Cognito.class)
public record CognitoProps(
        @Prop(value = "What users sign in with; left out, a user name.", example = "'email'") List<Login> login,
        @Prop(
                        value = "The functions that Cognito calls, by trigger.",
                        example = "preSignUp: 'src/list.main'",
                        block = TriggersBlock.class)
                Map<String, FunctionDefinition> triggers,
        @Nullable
                @Prop(
                        value = "Whether users get credentials of AWS, and which other providers they may come from.",
                        defaultsTo = "true",
                        example = "google: [clientId: 'abc']")
                Federation identityPoolFederation,
        @Prop(value = "What users who signed in may do in AWS.", example = "'s3:GetObject'")
                List<Permission> authUserPermissions,
        @Prop(value = "What users who did not sign in may do in AWS.", example = "'s3:GetObject'")
                List<Permission> unauthUserPermissions,
        @Nullable @Prop("What every trigger's function starts from.") ChildDefaults defaults,
        @Prop(
                        value =
                                "CDK props by object (userPool, userPoolClient), merged last, or closures that return them.",
                        example = "userPool: [mfa: 'OPTIONAL']")
                Map<String, CdkOverride> cdk) {}
