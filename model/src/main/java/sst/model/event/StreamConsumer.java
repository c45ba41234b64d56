package sst.model.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A function that consumes the changes of a table. */
@Nested("A function that consumes the changes of a table.")
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public record StreamConsumer(
        @Nullable @Prop(value = "The function.", example = "'src/consume.main'") FunctionDefinition function,
        @Prop(value = "Which changes it gets: those that one of the patterns fits.", example = "eventName: ['INSERT']")
                List<Map<String, Object>> filters,
        @Prop("CDK props by object (eventSource), or a closure that returns the function.")
                Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, or props. */
    public static PropType<StreamConsumer> type() {
        return FunctionTarget.type(() -> StreamConsumerBlock.SCHEMA);
    }
}
