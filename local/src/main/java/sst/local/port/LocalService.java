package sst.local.port;

import java.util.List;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.wire.Endpoint;

/** One AWS service of the local cloud: how it is called over HTTP, and which CloudFormation types it owns. */
public interface LocalService extends AutoCloseable {
    /** The service's name as {@code sst local status} shows it, such as {@code dynamodb}. */
    String name();

    /** The HTTP surfaces of this service; the gateway routes to them. */
    List<Endpoint> endpoints();

    /** The CloudFormation resource types of this service; each is a thin caller of the service itself. */
    default List<ResourceProvider> providers() {
        return List.of();
    }

    /** What of this service's settings is kept and shown and has no effect; {@code sst local status} tells. */
    default List<String> recorded() {
        return List.of();
    }

    /** What of it runs besides the gateway's port, a line each: processes, ports, addresses. */
    default List<String> parts() {
        return List.of();
    }

    /** Ends workers, timers and open files; the state stays in the store. */
    @Override
    default void close() {}
}
