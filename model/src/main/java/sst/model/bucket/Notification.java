package sst.model.bucket;

import java.util.List;
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
import sst.model.topic.Topic;
import sst.model.topic.TopicTarget;
import sst.model.value.CdkOverride;

/** What is told when objects of a bucket come and go: a function, a queue or a topic. */
@Nested("What is told when objects of a bucket come and go.")
@Coerced(
        accepts = {String.class, Function.class, Queue.class, Topic.class},
        record = FunctionProps.class)
public record Notification(
        @Nullable @Prop(value = "The function.", example = "'src/consume.main'") FunctionDefinition function,
        @Nullable @Prop("The queue.") QueueTarget queue,
        @Nullable @Prop("The topic.") TopicTarget topic,
        @Prop(value = "What it is told of; left out, objects created and removed.", example = "'object_created'")
                List<BucketEvent> events,
        @Prop(value = "Which objects it is told of.", example = "prefix: 'imports/'") List<KeyFilter> filters,
        @Prop("A closure that returns the function, queue or topic.") Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A handler, a function, a queue, a topic, or props. */
    public static PropType<Notification> type() {
        return new ReceiverType<>(() -> NotificationBlock.SCHEMA, Map.of(Queue.class, "queue", Topic.class, "topic"));
    }
}
