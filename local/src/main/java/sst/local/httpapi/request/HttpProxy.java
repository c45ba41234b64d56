package sst.local.httpapi.request;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.Routed;

/** Passes requests on to another HTTP server. */
final class HttpProxy {
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    /** Made at its first use: it loads all of TLS, which would be half of the local cloud's start. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newHttpClient();
    }

    /** The server's answer as it is. */
    Answer pass(Integration.Proxy to, Routed request) throws IOException, InterruptedException {
        Routed.Http http = request.http();
        String method = to.method().equals("ANY") ? http.method() : to.method();
        HttpRequest.Builder out = HttpRequest.newBuilder(target(to.uri(), request))
                .timeout(Duration.ofMillis(to.millis()))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(http.body()));
        http.headers().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> out.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = Client.SHARED.send(out.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> OWN.contains(name) || name.startsWith(":"));
        return new Answer(answer.statusCode(), headers, answer.body());
    }

    private static URI target(String template, Routed request) {
        String uri = template;
        for (var parameter : request.pathParameters().entrySet()) {
            String value = URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
            uri = uri.replace("{" + parameter.getKey() + "}", value).replace("{" + parameter.getKey() + "+}", value);
        }
        String query = request.http().query();
        return URI.create(query.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + query);
    }
}
