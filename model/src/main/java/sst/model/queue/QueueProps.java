package sst.model.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Consumer;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An SQS queue (SST v2: {@code constructs/Queue.ts}). */
@Construct(value = "queue", doc = "An SQS queue.", handle = Queue.class)
public record QueueProps(
        @Nullable @Prop(value = "The function that takes messages off the queue.", example = "'src/list.main'")
                Consumer consumer,
        @Prop(
                        value = "CDK props of the queue, merged last, or a closure that returns a queue.",
                        example = "queue: [fifo: true]")
                Map<String, CdkOverride> cdk) {}
