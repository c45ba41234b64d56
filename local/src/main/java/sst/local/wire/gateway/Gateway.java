package sst.local.wire.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import sst.local.port.LastingPort;
import sst.local.store.Store;
import sst.local.wire.Endpoint;

/** The one port of the local cloud, on 127.0.0.1 only. It is bound first, so that services know their address. */
public final class Gateway implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 256;
    private static final long SETTLE_MILLIS = 1000;

    private final HttpServer server;
    private final ExecutorService threads;
    private @Nullable Calls calls;

    private Gateway(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Takes the port without answering on it yet.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static Gateway bind(int port) throws IOException {
        ServerSettings.apply();
        InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
        LastingPort.Binder<HttpServer> binder =
                each -> HttpServer.create(new InetSocketAddress(loopback, each), BACKLOG);
        return new Gateway(port == 0 ? LastingPort.bind(0, binder) : binder.bind(port), RequestThreads.open());
    }

    /** The port that was taken. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address that clients use, such as {@code http://127.0.0.1:4566}. */
    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    /** Begins to answer; changes that a call made are committed to the store before its reply is sent. */
    public void start(List<Endpoint> endpoints, Store store) {
        server.setExecutor(threads);
        List<Endpoint> whole =
                endpoints.stream().map(new Whole(store)::endpoint).toList();
        Calls started = new Calls(new Router(whole), store, endpoint());
        server.createContext("/", started);
        calls = started;
        server.start();
    }

    /** Stops answering; replies under way get a moment to finish. */
    @Override
    public void close() {
        try {
            if (calls != null) {
                calls.settle(SETTLE_MILLIS);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdown();
    }
}
