package sst.model.cognito;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Which other providers users may come from. */
@Nested("Which other providers users may come from.")
public record FederationProps(
        @Nullable @Prop("Users of Auth0.") Auth0 auth0,
        @Nullable @Prop("Users of Amazon.") Amazon amazon,
        @Nullable @Prop("Users of Apple.") Apple apple,
        @Nullable @Prop("Users of Facebook.") Facebook facebook,
        @Nullable @Prop("Users of Google.") Google google,
        @Nullable @Prop("Users of Twitter.") Twitter twitter,
        @Prop("CDK props of the identity pool (cfnIdentityPool), merged last.") Map<String, CdkOverride> cdk) {}
