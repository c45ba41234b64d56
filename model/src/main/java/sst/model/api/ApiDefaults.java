package sst.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.api.route.PayloadFormat;
import sst.model.function.FunctionProps;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What every route of an API starts from. */
@Nested("What every route of an API starts from.")
public record ApiDefaults(
        @Nullable @Prop(value = "Props of every function the API makes.", partial = true) FunctionProps function,
        @Nullable
                @Prop(
                        value =
                                "Who may call: none for everyone, iam for signed requests, or the name of an authorizer.",
                        defaultsTo = "none")
                String authorizer,
        @Prop(value = "Scopes of which a token has to have one.", example = "'notes.read'")
                List<String> authorizationScopes,
        @Nullable @Prop(value = "The shape of the event.", defaultsTo = "2.0") PayloadFormat payloadFormatVersion,
        @Nullable @Prop("How many requests are taken.") Throttle throttle) {}
