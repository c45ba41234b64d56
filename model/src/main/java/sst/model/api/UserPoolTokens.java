package sst.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Tokens of a Cognito user pool that an authorizer takes. */
@Nested("Tokens of a Cognito user pool that an authorizer takes.")
public record UserPoolTokens(
        @Nullable @Prop(value = "The pool's id.", required = true, example = "'us-east-1_abc'") String id,
        @Prop(value = "Ids of its clients whose tokens are taken; left out, of all.", example = "'1h57kf5cpq17m0eml'")
                List<String> clientIds,
        @Nullable @Prop(value = "The pool's region; left out, the stack's.", example = "'eu-west-1'") String region) {}
