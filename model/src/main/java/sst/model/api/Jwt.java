package sst.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** JSON web tokens that an authorizer takes. */
@Nested("JSON web tokens that an authorizer takes.")
public record Jwt(
        @Nullable @Prop(value = "Who gives them.", required = true, example = "'https://acme.eu.auth0.com'")
                String issuer,
        @Prop(value = "For whom they are given.", required = true, example = "'web'") List<String> audience) {}
