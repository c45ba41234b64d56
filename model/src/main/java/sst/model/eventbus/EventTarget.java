package sst.model.eventbus;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.event.ReceiverType;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.queue.Queue;
import sst.model.queue.QueueTarget;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Where the events of a rule go: a function, a queue or a log group. */
@Nested("Where the events of a rule go: a function, a queue or a log group.")
@Coerced(
        accepts = {String.class, Function.class, Queue.class},
        record = FunctionProps.class)
public record EventTarget(
        @Nullable @Prop(value = "The function.", example = "'src/consume.main'") FunctionDefinition function,
        @Nullable @Prop("The queue.") QueueTarget queue,
        @Nullable
                @Prop(value = "How often a failed call of the function is made again, later each time.", example = "5")
                Integer retries,
        @Nullable @Prop("The id of the function in the CDK's tree, in place of Target_bus_rule_target.") String id,
        @Prop("CDK props by object (target), or a closure that returns the function, queue or logGroup.")
                Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, a queue, or props. */
    public static PropType<EventTarget> type() {
        return new ReceiverType<>(() -> EventTargetBlock.SCHEMA, Map.of(Queue.class, "queue"));
    }
}
