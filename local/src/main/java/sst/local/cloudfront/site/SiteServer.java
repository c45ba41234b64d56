package sst.local.cloudfront.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import sst.local.port.LastingPort;
import sst.local.wire.gateway.Guard;

/** The web server of one distribution, on 127.0.0.1 only. */
public final class SiteServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SiteServer.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int THREADS = 16;
    private static final int BACKLOG = 64;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Sites sites;
    private volatile @Nullable Door door;

    private SiteServer(HttpServer server, ExecutorService threads, Sites sites) {
        this.server = server;
        this.threads = threads;
        this.sites = sites;
    }

    /** A server on the port, or on another one when that is taken; it answers when it is shown what. */
    public static SiteServer open(int port, Sites sites) {
        HttpServer server = bind(port);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "site");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        SiteServer site = new SiteServer(server, threads, sites);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    private static HttpServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
            return LastingPort.bind(port, each -> HttpServer.create(new InetSocketAddress(loopback, each), BACKLOG));
        } catch (IOException taken) {
            throw new UncheckedIOException("no port is free for a site", taken);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Does from now on what a distribution says. */
    public void show(SiteConfig config) {
        door = new Door(config, sites, port());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Door open = door;
            Page page = Guard.isForeign(exchange.getRequestHeaders())
                    ? Page.error(FORBIDDEN, "sst local answers 127.0.0.1 and localhost only")
                    : open == null ? Page.error(UNAVAILABLE, "not ready") : open.enter(visit(exchange));
            send(exchange, page);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "a request of " + exchange.getRequestURI(), broken);
            throw broken;
        }
    }

    private static Visit visit(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Visit(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        page.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean hasBody = page.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(page.status(), hasBody ? page.body().length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(page.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
