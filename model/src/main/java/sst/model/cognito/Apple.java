package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Apple. */
@Nested("Users who sign in with Apple.")
public record Apple(@Prop(value = "The services id at Apple.", required = true) String servicesId) {}
