package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Amazon. */
@Nested("Users who sign in with Amazon.")
public record Amazon(@Prop(value = "The id of the app at Amazon.", required = true) String appId) {}
