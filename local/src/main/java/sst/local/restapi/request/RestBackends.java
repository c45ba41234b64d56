package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sst.local.apigateway.FunctionCalls;
import sst.local.apigateway.FunctionUri;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.PayloadFormat;
import sst.local.wire.codec.Json;

/** Calls the integrations of methods. */
record RestBackends(FunctionCalls functions) {
    private static final int LONGEST_MILLIS = 29_000;
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    /** Made at its first use: it loads all of TLS, which would be half of the local cloud's start. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newHttpClient();
    }

    /** What an integration gave. */
    sealed interface Outcome {
        /** An answer. */
        record Answered(Answer answer) implements Outcome {}

        /** None. */
        record Failed(Problem problem) implements Outcome {}
    }

    Outcome call(RestRequest request, JsonNode authorizer, boolean isBinary) {
        JsonNode integration = request.match().method().record().path("methodIntegration");
        return switch (integration.path("type").asText()) {
            case "AWS_PROXY" -> function(integration, RestEvents.proxy(request, authorizer, isBinary));
            case "HTTP_PROXY" -> proxy(integration, request);
            default ->
                Mock.answer(integration).map(RestBackends::answered).orElseGet(() -> failed(Problem.INTEGRATION));
        };
    }

    private static Outcome answered(Answer answer) {
        return new Outcome.Answered(answer);
    }

    private static Outcome failed(Problem problem) {
        return new Outcome.Failed(problem);
    }

    private Outcome function(JsonNode integration, JsonNode event) {
        String arn = FunctionUri.arn(integration.path("uri").asText()).orElse("");
        FunctionCalls.Result result = functions.call(arn, Json.write(event), millis(integration));
        return switch (result.end()) {
            case ANSWERED -> read(result.payload());
            case TIMED_OUT -> failed(Problem.TIMEOUT);
            case THROTTLED -> failed(Problem.THROTTLED);
            case FAILED -> failed(Problem.INTEGRATION);
        };
    }

    private static Outcome read(byte[] payload) {
        Optional<Answer> answer = PayloadFormat.of("1.0").answer(payload);
        return answer.map(found -> {
                    Map<String, List<String>> headers = new TreeMap<>(found.headers());
                    boolean isUsual =
                            headers.getOrDefault("content-type", List.of()).contains("text/plain;charset=UTF-8");
                    if (isUsual) {
                        headers.put("content-type", List.of("application/json"));
                    }
                    return answered(new Answer(found.status(), headers, found.body()));
                })
                .orElseGet(() -> failed(Problem.INTEGRATION));
    }

    private static int millis(JsonNode integration) {
        return integration.path("timeoutInMillis").asInt(LONGEST_MILLIS);
    }

    private static Outcome proxy(JsonNode integration, RestRequest request) {
        String method = integration.path("httpMethod").asText("ANY");
        try {
            java.net.http.HttpRequest.Builder out = java.net.http.HttpRequest.newBuilder(target(integration, request))
                    .timeout(Duration.ofMillis(millis(integration)))
                    .method(
                            method.equals("ANY") ? request.http().method() : method,
                            java.net.http.HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.http().headers().forEach((name, values) -> {
                if (!OWN.contains(name)) {
                    values.forEach(value -> out.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = Client.SHARED.send(out.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.keySet().removeIf(name -> OWN.contains(name) || name.startsWith(":"));
            return answered(new Answer(answer.statusCode(), headers, answer.body()));
        } catch (HttpTimeoutException slow) {
            return failed(Problem.TIMEOUT);
        } catch (IOException | IllegalArgumentException broken) {
            return failed(Problem.INTEGRATION);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return failed(Problem.TIMEOUT);
        }
    }

    /** Path parameters of the integration are those of the method by way of its request parameters. */
    private static URI target(JsonNode integration, RestRequest request) {
        String uri = integration.path("uri").asText();
        for (var mapping : integration.path("requestParameters").properties()) {
            String name = mapping.getKey().replaceFirst("^integration\\.request\\.path\\.", "");
            String source = mapping.getValue().asText().replaceFirst("^method\\.request\\.path\\.", "");
            String value = request.match().parameters().getOrDefault(source, "");
            uri = uri.replace("{" + name + "}", value.replace(" ", "%20"));
        }
        String query = request.http().query();
        return URI.create(query.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + query);
    }
}
