package sst.local.lambda.runtimeapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sst.local.wire.gateway.Guard;

/**
 * The Runtime API of one worker. It has a port of its own because runtime clients take {@code AWS_LAMBDA_RUNTIME_API}
 * as host and port alone. A waiting runtime costs no thread: its exchange is kept and answered by the invoker.
 */
public final class RuntimeApi implements AutoCloseable {
    /** The most bytes an answer may have: 6 MiB and 100 bytes. */
    public static final int MAX_ANSWER = 6_291_556;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String ACCEPTED = "{\"status\":\"OK\"}";

    private final HttpServer server;
    private CompletableFuture<HttpExchange> waiting = new CompletableFuture<>();
    private final CompletableFuture<Outcome> broken = new CompletableFuture<>();
    private @Nullable Running running;

    private record Running(String requestId, CompletableFuture<Outcome> outcome) {}

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /** Opens the API on a free port of the loopback interface. */
    public static RuntimeApi open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
            RuntimeApi api = new RuntimeApi(server);
            server.createContext("/", api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls back once, when the runtime first asks for an event or has failed to start. */
    public synchronized void whenReady(Runnable callback) {
        var unused = CompletableFuture.anyOf(waiting, broken).thenRun(callback);
    }

    /** Whether the runtime may be given another event. */
    public boolean isServing() {
        return !broken.isDone();
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} gives them. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Waits until the runtime asks for an event.
     *
     * @return null when it did; otherwise how its start ended
     */
    public @Nullable Outcome awaitReady(long millis) throws InterruptedException {
        CompletableFuture<HttpExchange> next;
        synchronized (this) {
            next = waiting;
        }
        try {
            CompletableFuture.anyOf(next, broken).get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return next.isDone() ? null : broken.join();
    }

    /** Hands the event to the waiting runtime; call after {@link #awaitReady}. */
    public Outcome run(Event event, long millis) throws InterruptedException {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        HttpExchange exchange;
        synchronized (this) {
            exchange = waiting.join();
            waiting = new CompletableFuture<>();
            running = new Running(event.requestId(), outcome);
        }
        var unused = broken.thenAccept(outcome::complete);
        try {
            deliver(exchange, event);
            return outcome.get(millis, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // The runtime died between its poll and now; its exit says how.
            return broken.completeOnTimeout(new Outcome.Exited(1), 2, TimeUnit.SECONDS)
                    .join();
        } catch (TimeoutException e) {
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Says that the runtime's process has ended. */
    public void exited(int status) {
        broken.complete(new Outcome.Exited(status));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void deliver(HttpExchange exchange, Event event) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
        event.headers().forEach(headers::set);
        exchange.sendResponseHeaders(200, event.payload().length == 0 ? -1 : event.payload().length);
        exchange.getResponseBody().write(event.payload());
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (Guard.isForeign(exchange.getRequestHeaders())) {
            reply(exchange, 403, error("AccessDenied", "the Runtime API answers its runtime only"));
        } else if (path.equals(INVOCATION + "next")) {
            synchronized (this) {
                if (!waiting.complete(exchange)) {
                    // A client that lost its connection polls again; the newer poll counts.
                    waiting = CompletableFuture.completedFuture(exchange);
                }
            }
        } else if (path.equals(ROOT + "init/error")) {
            byte[] error = exchange.getRequestBody().readAllBytes();
            reply(exchange, 202, ACCEPTED);
            broken.complete(new Outcome.Failed(error));
        } else if (path.startsWith(INVOCATION)) {
            settle(exchange, path.substring(INVOCATION.length()));
        } else {
            reply(exchange, 404, error("NotFound", "not a path of the local Runtime API: " + path));
        }
    }

    private void settle(HttpExchange exchange, String rest) throws IOException {
        int slash = rest.indexOf('/');
        String id = slash < 0 ? rest : rest.substring(0, slash);
        Running current;
        synchronized (this) {
            current = running;
        }
        if (current == null || !current.requestId().equals(id)) {
            exchange.getRequestBody().readAllBytes();
            reply(exchange, 400, error("InvalidRequestID", "Invalid request ID"));
            return;
        }
        Outcome outcome = read(exchange.getRequestBody(), rest.endsWith("/error"));
        if (outcome instanceof Outcome.TooLarge) {
            reply(exchange, 413, error("RequestEntityTooLarge", "Exceeded maximum allowed payload size"));
        } else {
            reply(exchange, 202, ACCEPTED);
        }
        current.outcome().complete(outcome);
    }

    private static Outcome read(InputStream body, boolean isError) throws IOException {
        byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
        if (bytes.length > MAX_ANSWER) {
            return new Outcome.TooLarge(bytes.length + body.transferTo(java.io.OutputStream.nullOutputStream()));
        }
        return isError ? new Outcome.Failed(bytes) : new Outcome.Answered(bytes);
    }

    private static String error(String type, String message) {
        return "{\"errorMessage\":\"" + message.replace("\\", "").replace("\"", "") + "\",\"errorType\":\"" + type
                + "\"}";
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
