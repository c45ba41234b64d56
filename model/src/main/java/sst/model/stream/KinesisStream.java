package sst.model.stream;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.event.Consumer;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a Kinesis stream. */
public final class KinesisStream extends EventHandle<KinesisStreamProps, KinesisStream> {
    private static final String CONSUMERS = "consumers";

    public KinesisStream(ConstructScope scope, KinesisStreamBlock block) {
        super(scope, block);
    }

    @Override
    protected KinesisStream self() {
        return this;
    }

    /** The stream's name. */
    public Ref getStreamName() {
        return ref("streamName");
    }

    /** The stream's ARN. */
    public Ref getStreamArn() {
        return ref("streamArn");
    }

    /** The function of one consumer. */
    public ChildFunction getFunction(String consumer) {
        return child(consumer);
    }

    /** Adds consumers. */
    public KinesisStream addConsumers(Map<String, ?> consumers) {
        block().add(CONSUMERS, consumers);
        return this;
    }

    /** Adds consumers, with their functions in another stack. */
    public KinesisStream addConsumers(StackScope owner, Map<String, ?> consumers) {
        addIn(owner, CONSUMERS, consumers);
        return this;
    }

    /** Adds a consumer (SST v3's name). */
    public KinesisStream subscribe(Object function) {
        return addConsumers(Map.of(numbered("Subscriber", consumers()), function));
    }

    /** Adds a consumer with further props (SST v3's name). */
    public KinesisStream subscribe(Map<String, ?> options, Object function) {
        return subscribe(receiver(options, function));
    }

    /** Lets the function of one consumer see and use resources. */
    public KinesisStream bindToConsumer(String consumer, Object... resources) {
        attachBindings(consumer, resources);
        return this;
    }

    /** Grants permissions to the function of one consumer. */
    public KinesisStream attachPermissionsToConsumer(String consumer, Object... permissions) {
        attachGrants(consumer, permissions);
        return this;
    }

    private List<Map<String, Consumer>> consumers() {
        return written().stream().map(KinesisStreamProps::consumers).toList();
    }
}
