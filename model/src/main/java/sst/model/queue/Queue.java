package sst.model.queue;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a queue. */
public final class Queue extends EventHandle<QueueProps, Queue> {
    private static final String CONSUMER = "consumer";

    public Queue(ConstructScope scope, QueueBlock block) {
        super(scope, block);
    }

    @Override
    protected Queue self() {
        return this;
    }

    /** The queue's name. */
    public Ref getQueueName() {
        return ref("queueName");
    }

    /** The queue's URL. */
    public Ref getQueueUrl() {
        return ref("queueUrl");
    }

    /** The queue's ARN. */
    public Ref getQueueArn() {
        return ref("queueArn");
    }

    /** The function that takes messages off the queue; none of them when there is no consumer. */
    public List<ChildFunction> getConsumerFunction() {
        return written().stream().anyMatch(each -> each.consumer() != null) ? List.of(child(CONSUMER)) : List.of();
    }

    /** Adds the consumer; a queue has one at most. */
    public Queue addConsumer(Object consumer) {
        requireNone();
        block().add(CONSUMER, consumer);
        return this;
    }

    /** Adds the consumer, with its function in another stack. */
    public Queue addConsumer(StackScope owner, Object consumer) {
        requireNone();
        addIn(owner, CONSUMER, consumer);
        return this;
    }

    /** Adds the consumer (SST v3's name). */
    public Queue subscribe(Object function) {
        return addConsumer(function);
    }

    /** Adds the consumer with further props (SST v3's name). */
    public Queue subscribe(Map<String, ?> options, Object function) {
        return addConsumer(receiver(options, function));
    }

    private void requireNone() {
        if (!getConsumerFunction().isEmpty()) {
            throw Diagnostic.error(Code.CONFLICT, this + " has a consumer already")
                    .hint("send to a topic or bus when several functions are to get each message")
                    .subject("addConsumer")
                    .asError();
        }
    }
}
