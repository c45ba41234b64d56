package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Google. */
@Nested("Users who sign in with Google.")
public record Google(@Prop(value = "The client id at Google.", required = true) String clientId) {}
