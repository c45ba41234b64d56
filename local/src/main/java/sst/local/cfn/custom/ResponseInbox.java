package sst.local.cfn.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.cfn.engine.tool.EngineClosed;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/** Takes in the answers of custom resources; each waits under a token that only its function knows. */
public final class ResponseInbox {
    private static final String PATH = "/_cfn/response/";
    private static final int MAX_ANSWER = 4096;
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

    /** Where answers are put. */
    public Endpoint.Raw endpoint() {
        return new Endpoint.Raw("", PATH, this::take);
    }

    /** The address for one answer. */
    String url(String endpoint, String token) {
        return endpoint + PATH + token;
    }

    CompletableFuture<JsonNode> expect(String token) {
        return awaited.computeIfAbsent(token, none -> new CompletableFuture<>());
    }

    void forget(String token) {
        awaited.remove(token);
    }

    /** Ends every wait; the operations behind them go on at the next start. */
    public void close() {
        awaited.values().forEach(waiting -> waiting.completeExceptionally(new EngineClosed()));
    }

    private HttpReply take(HttpRequest request) {
        String token = request.path().substring(PATH.length());
        CompletableFuture<JsonNode> waiting = awaited.get(token);
        if (!request.method().equals("PUT") || waiting == null) {
            throw new AwsException(404, "NoSuchKey", "nobody waits for this answer");
        }
        waiting.complete(read(request));
        return HttpReply.empty(200);
    }

    private static JsonNode read(HttpRequest request) {
        try {
            byte[] body = request.body().readNBytes(MAX_ANSWER + 1);
            if (body.length > MAX_ANSWER) {
                return failed("Response object is too long.");
            }
            JsonNode answer = new ObjectMapper().readTree(body);
            return answer.isObject() ? answer : failed("Response is not valid JSON");
        } catch (JsonProcessingException malformed) {
            return failed("Response is not valid JSON");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode failed(String reason) {
        return new ObjectMapper().createObjectNode().put("Status", "FAILED").put("Reason", reason);
    }
}
