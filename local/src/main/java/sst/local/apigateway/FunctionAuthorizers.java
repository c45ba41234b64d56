package sst.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import sst.local.apigateway.Decision.Outcome;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Asks functions whether a call may go on, and remembers what they said for as long as their settings allow. */
public final class FunctionAuthorizers {
    private static final int MILLIS = 30_000;
    private static final int MOST_REMEMBERED = 1000;

    private final FunctionCalls calls;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    /**
     * An authorizer.
     *
     * @param id with its API's, unique
     * @param functionArn what is asked
     * @param seconds how long an answer counts; 0 for one call
     * @param isSimple whether answers have {@code isAuthorized} instead of a policy
     */
    public record Setting(String id, String functionArn, int seconds, boolean isSimple) {}

    private record Remembered(JsonNode answer, long until) {}

    /** Authorizers that call functions so. */
    public FunctionAuthorizers(FunctionCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Forgets what the authorizers of an API said. */
    public void forget(String apiId) {
        remembered.keySet().removeIf(key -> key.startsWith(apiId + "/"));
    }

    /**
     * Decides on a call.
     *
     * @param caller the values of the identity sources; calls with the same ones share an answer
     * @param arn of the method or route
     * @param event what the function gets
     */
    public Decision decide(Setting setting, String caller, String arn, Supplier<JsonNode> event) {
        boolean isKept = setting.seconds() > 0 && !caller.isEmpty();
        String key = setting.id() + "\n" + caller;
        Remembered before = isKept ? remembered.get(key) : null;
        if (before != null && before.until() > clock.millis()) {
            return read(setting, before.answer(), arn);
        }
        FunctionCalls.Result result = calls.call(setting.functionArn(), Json.write(event.get()), MILLIS);
        JsonNode answer = tree(result.payload());
        if (result.end() != FunctionCalls.End.ANSWERED) {
            boolean isUnknown = answer.path("errorMessage").asText("").equals("Unauthorized");
            return new Decision(isUnknown ? Outcome.UNAUTHORIZED : Outcome.FAILED, Json.object());
        }
        Decision decision = read(setting, answer, arn);
        if (isKept && decision.outcome() != Outcome.FAILED) {
            keep(key, new Remembered(answer, clock.millis() + setting.seconds() * 1000L));
        }
        return decision;
    }

    private void keep(String key, Remembered answer) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.values().removeIf(old -> old.until() <= clock.millis());
        }
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(key, answer);
        }
    }

    private static JsonNode tree(byte[] payload) {
        try {
            return Json.parse(new String(payload, StandardCharsets.UTF_8));
        } catch (AwsException notJson) {
            return Json.object();
        }
    }

    private static Decision read(Setting setting, JsonNode answer, String arn) {
        ObjectNode context = answer.path("context") instanceof ObjectNode given ? given.deepCopy() : Json.object();
        if (setting.isSimple()) {
            JsonNode said = answer.path("isAuthorized");
            return new Decision(
                    !said.isBoolean() ? Outcome.FAILED : said.asBoolean() ? Outcome.ALLOWED : Outcome.DENIED, context);
        }
        Policy policy = new Policy(answer.path("policyDocument"));
        if (!policy.isOne() || answer.path("principalId").asText("").isEmpty()) {
            return new Decision(Outcome.FAILED, context);
        }
        return new Decision(
                policy.on(arn),
                context.put("principalId", answer.path("principalId").asText()));
    }
}
