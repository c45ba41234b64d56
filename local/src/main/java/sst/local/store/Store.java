package sst.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.function.Supplier;

/**
 * The durable maps of the local cloud. Services change maps; the gateway calls {@link #commit()} once before it sends the
 * reply of a call that changed anything, so an acknowledged write survives kill -9.
 */
public interface Store extends AutoCloseable {
    /** A sorted map of JSON values, made at its first use. Values are read as copies: change one, then put it back. */
    NavigableMap<String, JsonNode> json(String name);

    /** A sorted map of byte keys (unsigned order) to byte values, for services that encode their own keys. */
    NavigableMap<byte[], byte[]> bytes(String name);

    /** Drops a map and all it holds. */
    void drop(String name);

    /** A folder below the state folder for what is too large for a map, such as bucket objects. */
    Path folder(String name);

    /** Returns when every change made before this call is on disk; calls at the same time share one write. */
    void commit();

    /**
     * Makes changes of which a commit writes all or none, so that a kill does not cut them. They must not commit, nor wait for
     * what another thread commits. The gateway runs each operation so, but for those that say that they wait.
     *
     * @param changes what changes maps, and a result
     */
    <T> T atomically(Supplier<T> changes);

    /**
     * Does something outside of the maps, such as deleting a file, once the changes made so far are on disk: a kill before
     * that finds it as they need it. A kill right after it may leave it undone.
     */
    void afterCommit(Runnable outside);

    @Override
    void close();
}
