package sst.model.restapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionProps;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What every route of a REST API starts from. */
@Nested("What every route of a REST API starts from.")
public record RestDefaults(
        @Nullable @Prop(value = "Props of every function the API makes.", partial = true) FunctionProps function,
        @Nullable
                @Prop(
                        value =
                                "Who may call: none for everyone, iam for signed requests, or the name of an authorizer.",
                        defaultsTo = "none")
                String authorizer,
        @Prop(value = "Scopes of which a token has to have one.", example = "'notes.read'")
                List<String> authorizationScopes) {}
