package sst.local.lambda.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.destination.Destinations;
import sst.local.lambda.source.poll.Checkpoints;
import sst.local.lambda.source.poll.Ends;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.QueueAccess;
import sst.local.port.StreamAccess;
import sst.local.wire.Endpoint;

/** Lambda's event source mappings. */
public final class EventSources implements LocalService {
    private static final System.Logger LOG = System.getLogger(EventSources.class.getName());
    private static final int GRACE_SECONDS = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "event-source");
        thread.setDaemon(true);
        return thread;
    });
    private final Mappings mappings;

    /**
     * What mappings connect.
     *
     * @param host store and clock
     * @param functions calls functions
     * @param queues where messages come from
     * @param streams where records come from, by the service in their ARNs
     * @param destinations where news of given-up records go
     */
    public record Parts(
            Host host,
            FunctionInvoker functions,
            QueueAccess queues,
            Map<String, StreamAccess> streams,
            Destinations destinations) {
        /** Keeps a copy. */
        public Parts {
            streams = Map.copyOf(streams);
        }
    }

    /** Makes the service; pollers of mappings that the store holds start. */
    public EventSources(Parts parts) {
        Checkpoints checkpoints = new Checkpoints(parts.host().store());
        this.mappings = new Mappings(
                new Ends(parts.host(), parts.functions(), parts.queues(), parts.destinations(), checkpoints, threads),
                parts.streams());
    }

    @Override
    public String name() {
        return "event-sources";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Rest("lambda", mappings.routes()));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new MappingProvider(mappings));
    }

    /** Waits for pollers and short batches; an interrupt would break the store's file. */
    @Override
    public void close() {
        mappings.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a batch is still running; its messages stay in the queue");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
