package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Auth0. */
@Nested("Users who sign in with Auth0.")
public record Auth0(
        @Prop(value = "The domain at Auth0, with or without https://.", required = true) String domain,
        @Prop(value = "The client id at Auth0.", required = true) String clientId) {}
