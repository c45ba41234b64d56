package sst.local.logs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.logs.subscription.Deliveries;
import sst.local.logs.subscription.FilterCalls;
import sst.local.logs.subscription.Filters;
import sst.local.logs.subscription.Subscribers;
import sst.local.logs.subscription.SubscriptionFilterProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.LogSink;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * CloudWatch Logs of the local cloud.
 * See https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/
 */
public final class Logs implements LocalService, LogSink {
    private final LogGroups groups;
    private final LogStreams streams;
    private final LogEvents events;
    private final PolicyCalls policies;
    private final Deliveries deliveries;
    private final FilterCalls subscriptions;
    private final Host host;

    /** Makes the service. */
    public Logs(Host host) {
        this.host = host;
        Filters filters = new Filters(host.store());
        this.deliveries = new Deliveries(filters, host.store(), FilterPattern::parse);
        this.events = new LogEvents(host.store(), host.clock(), deliveries);
        this.streams = new LogStreams(host.store(), host.clock());
        this.groups = new LogGroups(host, new LogGroups.Parts(streams, events, filters));
        this.policies = new PolicyCalls(host.store(), host.clock());
        FilterCalls.Groups known =
                new FilterCalls.Groups(group -> groups.existing(group.region(), group.name()), FilterPattern::parse);
        this.subscriptions = new FilterCalls(filters, deliveries, host.clock(), known);
    }

    /** Tells where subscriptions can send events to. */
    public void tell(Subscribers subscribers) {
        deliveries.to(subscribers);
    }

    @Override
    public void close() {
        deliveries.close();
    }

    @Override
    public List<String> recorded() {
        return List.of("resource policies");
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public List<Endpoint> endpoints() {
        GroupCalls group = new GroupCalls(groups);
        StreamCalls stream = new StreamCalls(groups, streams, events);
        EventSearch search = new EventSearch(groups, events);
        Map<String, Operation> operations = new HashMap<>(subscriptions.operations());
        operations.putAll(Map.ofEntries(
                Map.entry("CreateLogGroup", group::create),
                Map.entry("DeleteLogGroup", group::delete),
                Map.entry("DescribeLogGroups", group::describe),
                Map.entry("PutRetentionPolicy", group::putRetention),
                Map.entry("DeleteRetentionPolicy", group::deleteRetention),
                Map.entry("TagResource", group::tag),
                Map.entry("UntagResource", group::untag),
                Map.entry("ListTagsForResource", group::tags),
                Map.entry("TagLogGroup", group::tag),
                Map.entry("UntagLogGroup", group::untag),
                Map.entry("ListTagsLogGroup", group::tags),
                Map.entry("CreateLogStream", stream::create),
                Map.entry("DeleteLogStream", stream::delete),
                Map.entry("DescribeLogStreams", stream::describe),
                Map.entry("PutResourcePolicy", policies::put),
                Map.entry("DescribeResourcePolicies", policies::describe),
                Map.entry("DeleteResourcePolicy", policies::delete),
                Map.entry("PutLogEvents", new EventCalls(groups, streams, events, host.clock())::put),
                Map.entry("GetLogEvents", search::get),
                Map.entry("FilterLogEvents", search::filter)));
        return List.of(new Endpoint.Named("logs", Protocol.JSON_1_1, "Logs_20140328", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new LogGroupProvider(groups),
                new ResourcePolicyProvider(policies),
                new SubscriptionFilterProvider(subscriptions));
    }

    @Override
    public void append(LogStream at, long timestamp, String message) {
        groups.ensure(at.region(), at.group());
        streams.ensure(at.region(), at.group(), at.stream());
        LogEvents.Source source = new LogEvents.Source(at.region(), at.group(), at.stream());
        streams.noteEvents(source, timestamp, timestamp);
        events.append(source, timestamp, message);
    }

    static AwsException invalid(String message) {
        return new AwsException(400, "InvalidParameterException", message);
    }

    static AwsException missing(String what) {
        return new AwsException(400, "ResourceNotFoundException", "The specified log " + what + " does not exist.");
    }

    static AwsException exists(String what) {
        return new AwsException(400, "ResourceAlreadyExistsException", "The specified log " + what + " already exists");
    }
}
