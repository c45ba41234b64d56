package sst.model.cognito;

import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Users who sign in with Twitter. */
@Nested("Users who sign in with Twitter.")
public record Twitter(
        @Prop(value = "The consumer key at Twitter.", required = true) String consumerKey,
        @Prop(value = "The consumer secret at Twitter.", required = true) String consumerSecret) {}
