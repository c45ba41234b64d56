package sst.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.QueueAccess;
import sst.local.port.TopicAccess;
import sst.local.sns.delivery.Deliveries;
import sst.local.sns.topic.Order;
import sst.local.sns.topic.Subscriptions;
import sst.local.sns.topic.TopicId;
import sst.local.sns.topic.Topics;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * SNS of the local cloud.
 * See https://docs.aws.amazon.com/sns/latest/api/
 */
public final class Sns implements LocalService, TopicAccess {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private final Topics topics;
    private final Deliveries deliveries;
    private final Publisher publisher;
    private final TopicCalls topicCalls;
    private final SubscriptionCalls subscriptionCalls;

    /** Makes the service; its messages go to these functions and queues. */
    public Sns(Host host, FunctionInvoker functions, QueueAccess queues) {
        this.topics = new Topics(host.store());
        this.deliveries = new Deliveries(host, functions, queues);
        Subscriptions subscriptions = new Subscriptions(host.store());
        Order order = new Order(host.store(), host.clock());
        this.publisher = new Publisher(new Publisher.Records(topics, subscriptions, order), deliveries, host.clock());
        this.topicCalls = new TopicCalls(topics, subscriptions);
        this.subscriptionCalls = new SubscriptionCalls(topics, subscriptions, deliveries, host.clock());
    }

    @Override
    public List<String> recorded() {
        return List.of("topic policies", "encryption", "tracing");
    }

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = new HashMap<>();
        topicCalls.addTo(operations);
        subscriptionCalls.addTo(operations);
        new PublishCalls(publisher).addTo(operations);
        new PermissionCalls(topicCalls.topics()).addTo(operations);
        return List.of(new Endpoint.Named("sns", Protocol.QUERY, NAMESPACE, operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new TopicProvider(topicCalls, subscriptionCalls),
                new SubscriptionProvider(subscriptionCalls),
                new TopicPolicyProvider(topics));
    }

    @Override
    public boolean hasTopic(String topicArn) {
        return topicArn.startsWith("arn:aws:sns:")
                && topics.find(TopicId.ofArn(topicArn)).isPresent();
    }

    @Override
    public void publish(String topicArn, ObjectNode message) {
        publisher.publish(TopicId.ofArn(topicArn), message);
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
