package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Remembers client tokens for ten minutes, so that a repeated transaction is answered and not run again. */
public final class RequestTokens {
    private static final long LIFETIME = Duration.ofMinutes(10).toMillis();

    private static final long SWEEP_EVERY = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final NavigableMap<String, JsonNode> tokens;
    private long lastSweep;

    /** The tokens that the store holds. */
    public RequestTokens(Store store, Clock clock) {
        this.clock = clock;
        this.tokens = store.json("dynamodb/tokens");
    }

    /**
     * Runs the request unless it has run before.
     *
     * @param token with its region
     * @param request what is asked for; must be the same each time
     * @throws AwsException {@code IdempotentParameterMismatchException} when it is not
     */
    public synchronized JsonNode once(String token, String request, Supplier<JsonNode> run) {
        forgetExpired();
        JsonNode known = tokens.get(token);
        if (known == null) {
            JsonNode answer = run.get();
            ObjectNode entry = Json.object().put("request", request).put("at", clock.millis());
            tokens.put(token, entry);
            return answer;
        }
        if (!known.path("request").asText().equals(request)) {
            throw new AwsException(
                    400,
                    "IdempotentParameterMismatchException",
                    "Request parameters do not match with previously made requests using same token");
        }
        return Json.object();
    }

    private void forgetExpired() {
        long now = clock.millis();
        if (now - lastSweep < SWEEP_EVERY) {
            return;
        }
        lastSweep = now;
        long oldest = now - LIFETIME;
        List<String> expired = tokens.entrySet().stream()
                .filter(entry -> entry.getValue().path("at").asLong() < oldest)
                .map(Map.Entry::getKey)
                .toList();
        expired.forEach(tokens::remove);
    }
}
