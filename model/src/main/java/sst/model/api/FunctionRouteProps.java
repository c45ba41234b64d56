package sst.model.api;

import org.jspecify.annotations.Nullable;
import sst.model.function.FunctionDefinition;
import sst.model.schema.Nested;
import sst.model.schema.Prop;

/** A route answered by a function. */
@Nested("A route answered by a function.")
public record FunctionRouteProps(
        @Nullable @Prop(value = "The function.", required = true, example = "'src/list.main'")
                FunctionDefinition function,
        @Nullable @Prop(value = "The shape of the event; the API's default when left out.")
                PayloadFormat payloadFormatVersion,
        @Nullable @Prop(value = "Who may call; the API's default when left out.") RouteAuthorizer authorizer) {}
