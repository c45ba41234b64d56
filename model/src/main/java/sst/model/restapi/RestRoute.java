package sst.model.restapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A route of a REST API, answered by a function. */
@Nested("A route of a REST API, answered by a function.")
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public record RestRoute(
        @Nullable @Prop(value = "The function.", example = "'src/list.main'") FunctionDefinition function,
        @Nullable @Prop("Who may call; the API's default when left out.") String authorizer,
        @Prop("Scopes of which a token has to have one; the API's default when left out.")
                List<String> authorizationScopes,
        @Prop("CDK props by object (method, integration), or a closure that returns the function.")
                Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, or props. */
    public static PropType<RestRoute> type() {
        return FunctionTarget.type(() -> RestRouteBlock.SCHEMA);
    }
}
