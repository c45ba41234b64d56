package sst.local.rds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.port.Host;
import sst.local.port.LastingPort;
import sst.local.postgres.DataFolder;
import sst.local.postgres.PostgresServer;
import sst.local.store.Store;

/** The clusters and their servers, one process each. A server is started when it is first needed. */
final class Clusters implements AutoCloseable {
    private final Store store;
    private final Path programs;
    private final Map<String, PostgresServer> servers = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    Clusters(Host host, Path programs) {
        this.store = host.store();
        this.programs = programs;
    }

    private NavigableMap<String, JsonNode> all() {
        return store.json("rds.clusters");
    }

    List<Cluster> list() {
        return all().entrySet().stream()
                .map(each -> Cluster.of(
                        each.getKey().substring(0, each.getKey().indexOf('/')), (ObjectNode) each.getValue()))
                .toList();
    }

    List<Cluster> in(String region) {
        return list().stream()
                .filter(cluster -> cluster.region().equals(region))
                .toList();
    }

    /** A cluster by its identifier or ARN. */
    Optional<Cluster> find(String region, String idOrArn) {
        String[] arn = idOrArn.split(":", -1);
        boolean isArn = idOrArn.startsWith("arn:") && arn.length == 7;
        Cluster wanted = isArn ? Cluster.named(arn[3], arn[6]) : Cluster.named(region, idOrArn);
        return Optional.ofNullable((ObjectNode) all().get(wanted.key()))
                .map(settings -> Cluster.of(wanted.region(), settings));
    }

    void save(Cluster cluster) {
        all().put(cluster.key(), cluster.settings());
    }

    /** Makes a cluster's databases, with one user; nothing where they are there. */
    void make(Cluster cluster, String user, String password) {
        synchronized (lock(cluster)) {
            folder(cluster).make(user, password);
        }
    }

    /** The port of the cluster's server, which runs when this returns. */
    int start(Cluster cluster) {
        synchronized (lock(cluster)) {
            if (isClosed) {
                throw new IllegalStateException("the local cloud stops");
            }
            PostgresServer running = servers.get(cluster.key());
            if (running == null || !running.isRunning()) {
                running = PostgresServer.start(folder(cluster), port(cluster));
                servers.put(cluster.key(), running);
            }
            return running.port();
        }
    }

    /** The port of a cluster stays; when another program has taken it, the cluster gets a new one. */
    private int port(Cluster cluster) {
        int port = freePort(cluster.port());
        if (port != cluster.port()) {
            cluster.settings().put("Port", port);
            save(cluster);
        }
        return port;
    }

    private static int freePort(int wanted) {
        try {
            return LastingPort.bind(wanted, Clusters::tried);
        } catch (IOException taken) {
            throw new UncheckedIOException("no port is free for PostgreSQL", taken);
        }
    }

    private static int tried(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }

    void delete(Cluster cluster) {
        synchronized (lock(cluster)) {
            PostgresServer running = servers.remove(cluster.key());
            if (running != null) {
                running.close();
            }
            folder(cluster).delete();
            all().remove(cluster.key());
        }
    }

    private DataFolder folder(Cluster cluster) {
        return DataFolder.of(store.folder("postgres").resolve(cluster.text("DbClusterResourceId")), programs);
    }

    private Object lock(Cluster cluster) {
        return locks.computeIfAbsent(cluster.key(), key -> new Object());
    }

    /** The servers that run. */
    Map<String, PostgresServer> running() {
        return Map.copyOf(servers);
    }

    @Override
    public void close() {
        isClosed = true;
        list().forEach(cluster -> {
            synchronized (lock(cluster)) {
                PostgresServer running = servers.remove(cluster.key());
                if (running != null) {
                    running.close();
                }
            }
        });
    }
}
