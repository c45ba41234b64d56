package sst.model.websocket;

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

/** A route of a WebSocket API, answered by a function. */
@Nested("A route of a WebSocket API, answered by a function.")
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public record WebSocketRoute(
        @Nullable @Prop(value = "The function.", example = "'src/connect.main'") FunctionDefinition function,
        @Nullable @Prop(value = "Whether what it returns goes to the client.", defaultsTo = "false")
                Boolean returnResponse,
        @Prop("A closure that returns a function of the CDK: function.") Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, or props. */
    public static PropType<WebSocketRoute> type() {
        return FunctionTarget.type(() -> WebSocketRouteBlock.SCHEMA);
    }
}
