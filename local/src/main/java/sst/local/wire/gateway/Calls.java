package sst.local.wire.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.codec.Surface;
import sst.local.wire.codec.Unserved;

/** The life of one call: guard, route, answer, commit, send. */
final class Calls implements HttpHandler {
    private static final String DEFAULT_REGION = "us-east-1";

    private final Router router;
    private final Store store;
    private final String endpoint;
    private final Phaser underWay = new Phaser(1);

    Calls(Router router, Store store, String endpoint) {
        this.router = router;
        this.store = store;
        this.endpoint = endpoint;
    }

    @Override
    public void handle(HttpExchange exchange) {
        String requestId = requestId();
        underWay.register();
        try (exchange) {
            Exchanges.send(exchange, reply(exchange, requestId), requestId);
        } catch (IOException gone) {
            log().log(System.Logger.Level.DEBUG, "the caller went away", gone);
        } catch (RuntimeException broken) {
            log().log(System.Logger.Level.ERROR, "a reply could not be sent", broken);
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    /** Waits until every reply is sent, but no longer than so many milliseconds. */
    void settle(long millis) throws InterruptedException {
        int phase = underWay.arrive();
        try {
            underWay.awaitAdvanceInterruptibly(phase, millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            log().log(System.Logger.Level.WARNING, "calls are cut off by the stop");
        }
    }

    /** An id for correlation, not a secret, so a fast source will do. */
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long variant = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(version, variant).toString();
    }

    private HttpReply reply(HttpExchange exchange, String requestId) {
        Map<String, List<String>> headers = Exchanges.headers(exchange);
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        Optional<SigningScope> scope = SigningScope.of(headers, query);
        String region = scope.map(SigningScope::region).orElse(DEFAULT_REGION);
        CallContext context = new CallContext(region, CallContext.ACCOUNT, requestId, endpoint);
        HttpRequest request = Exchanges.request(exchange, headers, context);
        Surface surface = new Unserved(internal(), Unserved.Encoding.REST);
        try {
            Guard.check(headers, request.path());
            boolean isActionHidden = scope.isEmpty() && Router.isForm(request);
            HttpRequest routed = isActionHidden ? ReplayedBody.of(request) : request;
            surface = router.find(routed, scope);
            HttpReply reply = surface.answer(routed);
            store.commit();
            return reply;
        } catch (AwsException refusal) {
            return failed(surface, refusal, context);
        } catch (UncheckedIOException broken) {
            log().log(System.Logger.Level.WARNING, request.method() + " " + request.path(), broken);
            return failed(surface, Exchanges.incomplete(), context);
        } catch (RuntimeException | StackOverflowError bug) {
            log().log(System.Logger.Level.ERROR, request.method() + " " + request.path(), bug);
            return failed(surface, internal(), context);
        }
    }

    /** An operation may have changed something before it failed; what it did is kept, as on AWS. */
    private HttpReply failed(Surface surface, AwsException error, CallContext context) {
        try {
            store.commit();
            return surface.error(error, context);
        } catch (RuntimeException unwritable) {
            log().log(System.Logger.Level.ERROR, "commit failed", unwritable);
            return surface.error(internal(), context);
        }
    }

    private static AwsException internal() {
        return new AwsException(500, "InternalFailure", "sst local failed on this call; its log says why");
    }

    private static System.Logger log() {
        return System.getLogger("sst.local.gateway");
    }
}
