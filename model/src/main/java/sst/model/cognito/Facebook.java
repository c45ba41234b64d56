package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Facebook. */
@Nested("Users who sign in with Facebook.")
public record Facebook(@Prop(value = "The id of the app at Facebook.", required = true) String appId) {}
