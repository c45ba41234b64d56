package sst.local.httpapi.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sst.local.apigateway.FunctionCalls;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.Routed;

/** Calls integrations, within their time. */
final class Backends implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Backends.class.getName());

    private final FunctionCalls functions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "http-api");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpProxy proxy = new HttpProxy();

    Backends(FunctionCalls functions) {
        this.functions = functions;
    }

    Answer call(Integration integration, Routed request) {
        if (integration instanceof Integration.Function function) {
            return invoke(function, request);
        }
        if (integration instanceof Integration.Proxy to) {
            return within(to.millis() + 1000, () -> pass(to, request));
        }
        return error(500, "Internal Server Error");
    }

    /** An answer of the API itself. */
    static Answer error(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("content-type", List.of("application/json")), body);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** A call that takes too long goes on by itself: an interrupt could break the store's file. */
    private Answer within(int millis, java.util.function.Supplier<Answer> call) {
        try {
            return CompletableFuture.supplyAsync(call, threads).get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return error(503, "Service Unavailable");
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "an integration failed", e.getCause());
            return error(500, "Internal Server Error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "Service Unavailable");
        }
    }

    private Answer invoke(Integration.Function function, Routed request) {
        byte[] event = function.format().event(request);
        FunctionCalls.Result result = functions.call(function.arn(), event, function.millis());
        return switch (result.end()) {
            case ANSWERED ->
                function.format().answer(result.payload()).orElseGet(() -> error(500, "Internal Server Error"));
            case FAILED -> error(500, "Internal Server Error");
            case TIMED_OUT, THROTTLED -> error(503, "Service Unavailable");
        };
    }

    private Answer pass(Integration.Proxy to, Routed request) {
        try {
            return proxy.pass(to, request);
        } catch (java.net.http.HttpTimeoutException e) {
            return error(503, "Service Unavailable");
        } catch (IOException | IllegalArgumentException e) {
            return error(500, "Internal Server Error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "Service Unavailable");
        }
    }
}
