package sst.constructs.queue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.event.Consumer;
import sst.model.function.FunctionProps;
import sst.model.queue.QueueProps;

/** {@code queue}: an SQS queue with one consumer at most. */
public final class QueueConstruct {
    private static final String CONSUMER = "consumer";
    private static final Actions ACTIONS = new Actions(
            "sqs:*",
            List.of(
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage"),
            List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"));

    private final Spot spot;
    private final IQueue queue;
    private final Receivers receivers = new Receivers();

    private QueueConstruct(ConstructModel model, StackSite site) {
        QueueProps props = model.props(QueueProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "queue");
        this.queue = Resource.of(spot, CdkProps.of(props.cdk(), "queue"), IQueue.class, this::make);
        consume(spot, props.consumer());
    }

    /** How queues are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new QueueConstruct(model, site).asConstruct(), QueueConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        Consumer consumer = model.props(QueueProps.class).consumer();
        return consumer == null ? Map.of() : Receivers.own(Map.of(CONSUMER, consumer), null, stack);
    }

    private IQueue make(Map<String, Object> own) {
        String name = spot.site().prefixed(spot.id()) + (Boolean.TRUE.equals(own.get("fifo")) ? ".fifo" : "");
        Queue.Builder builder = Queue.Builder.create(spot.scope(), "Queue").queueName(name);
        return Resource.with(spot, builder, own).build();
    }

    private void consume(Spot place, @Nullable Consumer consumer) {
        if (consumer == null) {
            return;
        }
        CdkProps.requireKeys(consumer.cdk(), List.of("function", "eventSource"));
        String child = "Consumer_" + spot.id();
        IFunction function = receivers.function(place, child, Map.entry(CONSUMER, consumer), null);
        SqsEventSource.Builder source = SqsEventSource.Builder.create(queue);
        function.addEventSource(Resource.with(
                        place,
                        source,
                        CdkProps.of(consumer.cdk(), "eventSource").props())
                .build());
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, queue)
                .value("queueName", queue::getQueueName)
                .value("queueUrl", queue::getQueueUrl)
                .value("queueArn", queue::getQueueArn)
                .bound(access -> ACTIONS.on(access, List.of(queue.getQueueArn())), "queueUrl")
                .functions(receivers)
                .extension((place, added) ->
                        consume(place, added.props(QueueProps.class).consumer()));
    }
}
