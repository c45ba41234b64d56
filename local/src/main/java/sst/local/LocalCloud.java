package sst.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import sst.local.cfn.CloudFormation;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cloudfront.CloudFront;
import sst.local.destination.Destinations;
import sst.local.dynamodb.DynamoDb;
import sst.local.events.EventBridge;
import sst.local.httpapi.HttpApis;
import sst.local.iam.Iam;
import sst.local.kinesis.Kinesis;
import sst.local.lambda.Lambda;
import sst.local.lambda.source.EventSources;
import sst.local.logs.Logs;
import sst.local.logs.subscription.Subscribers;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.StreamAccess;
import sst.local.rds.Rds;
import sst.local.restapi.RestApis;
import sst.local.s3.S3;
import sst.local.s3.event.BucketNotifications;
import sst.local.scheduler.Scheduler;
import sst.local.secrets.SecretsService;
import sst.local.sns.Sns;
import sst.local.sqs.Sqs;
import sst.local.ssm.Ssm;
import sst.local.store.DurableStore;
import sst.local.sts.Sts;
import sst.local.wire.Endpoint;
import sst.local.wire.gateway.Gateway;

/** A running local cloud: every service over one store and one port. The list of services is here and nowhere else. */
public final class LocalCloud implements AutoCloseable {
    private final Gateway gateway;
    private final DurableStore store;
    private final List<LocalService> services;
    private final CountDownLatch stopAsked = new CountDownLatch(1);

    private LocalCloud(Gateway gateway, DurableStore store, List<LocalService> services) {
        this.gateway = gateway;
        this.store = store;
        this.services = services;
    }

    /**
     * Starts a local cloud that answers when this returns.
     *
     * @param settings where it lives and where it listens
     * @param clock the time that its services go by
     * @throws PortTaken when another program listens on the port
     * @throws sst.local.store.StoreException when the state cannot be opened
     */
    public static LocalCloud start(CloudSettings settings, Clock clock) {
        return start(settings, clock, DurableStore::open);
    }

    /** Starts a local cloud over a store that is opened in some way. */
    static LocalCloud start(CloudSettings settings, Clock clock, Function<Path, DurableStore> opening) {
        Gateway gateway = bind(settings.port());
        try {
            DurableStore store = opening.apply(settings.folder());
            Host host = new Host(store, clock, gateway.endpoint());
            LocalCloud cloud = new LocalCloud(gateway, store, services(host));
            gateway.start(cloud.endpoints(), store);
            return cloud;
        } catch (RuntimeException failed) {
            gateway.close();
            throw failed;
        }
    }

    private static Gateway bind(int port) {
        try {
            return Gateway.bind(port);
        } catch (IOException taken) {
            throw new PortTaken(port, taken);
        }
    }

    private static List<LocalService> services(Host host) {
        List<LocalService> services = new ArrayList<>();
        Logs logs = new Logs(host);
        S3 s3 = new S3(host);
        Ssm ssm = new Ssm(host);
        SecretsService secrets = new SecretsService(host);
        Lambda lambda = new Lambda(host, s3, logs);
        Sqs sqs = new Sqs(host);
        DynamoDb dynamodb = new DynamoDb(host);
        services.addAll(List.of(new Sts(host), new Iam(host), s3, ssm, secrets, logs, sqs));
        RestApis rest = new RestApis(host, lambda, logs);
        services.addAll(List.of(dynamodb, lambda, rest, new HttpApis(host, lambda, logs, rest.door())));
        Sns sns = new Sns(host, lambda, sqs);
        Destinations destinations = new Destinations(new Destinations.Ends(lambda, sqs, sns, logs), host.clock());
        EventBridge events = new EventBridge(host, destinations);
        s3.tell(new BucketNotifications.Ends(destinations, events));
        lambda.tell(destinations, events);
        services.addAll(List.of(sns, events, new Scheduler(host, destinations, events)));
        Kinesis kinesis = new Kinesis(host);
        logs.tell(new Subscribers(lambda, kinesis.streams(), kinesis));
        services.addAll(
                List.of(kinesis, new Rds(host, secrets, host.store().folder("programs")), new CloudFront(host)));
        Map<String, StreamAccess> streams = Map.of("dynamodb", dynamodb.streams(), "kinesis", kinesis.streams());
        services.add(new EventSources(new EventSources.Parts(host, lambda, sqs, streams, destinations)));
        services.add(cloudFormation(host, new CloudFormation.Ports(s3, ssm, secrets, lambda), services));
        return List.copyOf(services);
    }

    private static CloudFormation cloudFormation(Host host, CloudFormation.Ports ports, List<LocalService> services) {
        List<ResourceProvider> providers = services.stream()
                .flatMap(service -> service.providers().stream())
                .toList();
        return new CloudFormation(host, ports, providers);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(new Control(gateway.endpoint(), services, this::stop).endpoint());
        services.forEach(service -> endpoints.addAll(service.endpoints()));
        return endpoints;
    }

    /** The address that clients use. */
    public String endpoint() {
        return gateway.endpoint();
    }

    /** The port that it listens on. */
    public int port() {
        return gateway.port();
    }

    /** Asks the cloud to stop; whoever waits in {@link #awaitStop} then closes it. */
    public void stop() {
        stopAsked.countDown();
    }

    /** Returns when the cloud has been asked to stop. */
    public void awaitStop() throws InterruptedException {
        stopAsked.await();
    }

    /** Ends services first, users before what they use, so that long polls return; then the port, then the store. */
    @Override
    public void close() {
        for (int last = services.size() - 1; last >= 0; last--) {
            services.get(last).close();
        }
        gateway.close();
        store.close();
    }
}
