package sst.constructs.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.IQueue;
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
import sst.model.event.ChildDefaults;
import sst.model.function.FunctionProps;
import sst.model.queue.QueueTarget;
import sst.model.topic.Subscriber;
import sst.model.topic.TopicProps;

/** {@code topic}: an SNS topic and what is subscribed to it. */
public final class TopicConstruct {
    private static final Actions ACTIONS = new Actions(
            "sns:*", List.of("sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"), List.of("sns:Publish"));

    private final Spot spot;
    private final ITopic topic;
    private final Receivers receivers = new Receivers();

    private TopicConstruct(ConstructModel model, StackSite site) {
        TopicProps props = model.props(TopicProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "topic");
        this.topic = Resource.of(spot, CdkProps.of(props.cdk(), "topic"), ITopic.class, this::make);
        subscribe(spot, props);
    }

    /** How topics are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new TopicConstruct(model, site).asConstruct(), TopicConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        TopicProps props = model.props(TopicProps.class);
        return Receivers.own(props.subscribers(), props.defaults(), stack);
    }

    private ITopic make(Map<String, Object> own) {
        Topic.Builder builder = Topic.Builder.create(spot.scope(), "Topic")
                .topicName(spot.site().prefixed(spot.id()));
        return Resource.with(spot, builder, own).build();
    }

    private void subscribe(Spot place, TopicProps props) {
        props.subscribers().entrySet().forEach(entry -> subscribe(place, entry, props.defaults()));
    }

    private void subscribe(Spot place, Map.Entry<String, Subscriber> entry, @Nullable ChildDefaults defaults) {
        Subscriber subscriber = entry.getValue();
        CdkProps.requireKeys(subscriber.cdk(), List.of("function", "queue", "subscription"));
        Map<String, Object> own = CdkProps.of(subscriber.cdk(), "subscription").props();
        Optional<IQueue> queue = Resource.other(
                place,
                CdkProps.of(subscriber.cdk(), "queue"),
                IQueue.class,
                Optional.ofNullable(subscriber.queue()).map(QueueTarget::id));
        if (queue.isPresent()) {
            topic.addSubscription(Resource.with(place, SqsSubscription.Builder.create(queue.get()), own)
                    .build());
            return;
        }
        String child = "Subscriber_" + spot.id() + "_" + entry.getKey();
        IFunction function = receivers.function(place, child, entry, defaults);
        topic.addSubscription(Resource.with(place, LambdaSubscription.Builder.create(function), own)
                .build());
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, topic)
                .value("topicName", topic::getTopicName)
                .value("topicArn", topic::getTopicArn)
                .bound(access -> ACTIONS.on(access, List.of(topic.getTopicArn())), "topicArn")
                .functions(receivers)
                .extension((place, added) -> subscribe(place, added.props(TopicProps.class)));
    }
}
