package sst.model.topic;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a topic. */
public final class Topic extends EventHandle<TopicProps, Topic> {
    private static final String SUBSCRIBERS = "subscribers";

    public Topic(ConstructScope scope, TopicBlock block) {
        super(scope, block);
    }

    @Override
    protected Topic self() {
        return this;
    }

    /** The topic's name. */
    public Ref getTopicName() {
        return ref("topicName");
    }

    /** The topic's ARN. */
    public Ref getTopicArn() {
        return ref("topicArn");
    }

    /** The functions among the subscribers. */
    public List<ChildFunction> getSubscriberFunctions() {
        return children(subscribers());
    }

    /** The function of one subscriber. */
    public ChildFunction getFunction(String subscriber) {
        return child(subscriber);
    }

    /** Adds subscribers. */
    public Topic addSubscribers(Map<String, ?> subscribers) {
        block().add(SUBSCRIBERS, subscribers);
        return this;
    }

    /** Adds subscribers, with their functions in another stack. */
    public Topic addSubscribers(StackScope owner, Map<String, ?> subscribers) {
        addIn(owner, SUBSCRIBERS, subscribers);
        return this;
    }

    /** Adds a function or queue (SST v3's name). */
    public Topic subscribe(Object function) {
        return addSubscribers(Map.of(numbered("Subscriber", subscribers()), function));
    }

    /** Adds a function with further props (SST v3's name). */
    public Topic subscribe(Map<String, ?> options, Object function) {
        return subscribe(receiver(options, function));
    }

    /** Lets the function of one subscriber see and use resources. */
    public Topic bindToSubscriber(String subscriber, Object... resources) {
        attachBindings(subscriber, resources);
        return this;
    }

    /** Grants permissions to the function of one subscriber. */
    public Topic attachPermissionsToSubscriber(String subscriber, Object... permissions) {
        attachGrants(subscriber, permissions);
        return this;
    }

    private List<Map<String, Subscriber>> subscribers() {
        return written().stream().map(TopicProps::subscribers).toList();
    }
}
