package sst.model.topic;

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

/** What gets the messages of a topic: a function or a queue. */
@Nested("What gets the messages of a topic: a function or a queue.")
@Coerced(
        accepts = {String.class, Function.class, Queue.class},
        record = FunctionProps.class)
public record Subscriber(
        @Nullable @Prop(value = "The function.", example = "'src/consume.main'") FunctionDefinition function,
        @Nullable @Prop("The queue.") QueueTarget queue,
        @Prop("CDK props by object (subscription), or a closure that returns the function or queue.")
                Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, a queue, or props. */
    public static PropType<Subscriber> type() {
        return new ReceiverType<>(() -> SubscriberBlock.SCHEMA, Map.of(Queue.class, "queue"));
    }
}
