package sst.model.api.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.function.FunctionDefinition;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A route answered by a function. */
@Nested("A route answered by a function.")
public record FunctionRoute(
        @Nullable @Prop(value = "The function.", example = "'src/list.main'") FunctionDefinition function,
        @Nullable @Prop("The shape of the event; the API's default when left out.") PayloadFormat payloadFormatVersion,
        @Nullable @Prop("Who may call; the API's default when left out.") String authorizer,
        @Prop("Scopes of which a token has to have one; the API's default when left out.")
                List<String> authorizationScopes,
        @Prop("A closure that returns a function of the CDK: function.") Map<String, CdkOverride> cdk)
        implements Route, Receiver {}
