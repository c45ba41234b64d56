package sst.local.httpapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.RequestTime;
import sst.local.httpapi.payload.Routed;
import sst.local.port.LogSink;
import sst.local.port.LogSink.LogStream;

/**
 * A stage's access log.
 *
 * @param group the log group's name; empty when the stage has no access log
 * @param format with {@code $context.…} variables
 */
record AccessLog(String group, String format) {
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z0-9.]+)");
    private static final Pattern GROUP = Pattern.compile(":log-group:([^:]+)");

    static AccessLog of(JsonNode settings) {
        Matcher arn = GROUP.matcher(settings.path("destinationArn").asText(""));
        return new AccessLog(
                arn.find() ? arn.group(1) : "", settings.path("format").asText(""));
    }

    void write(LogSink sink, String region, Routed request, Answer answer) {
        if (group.isEmpty()) {
            return;
        }
        Map<String, String> values = values(request, answer);
        String line = VARIABLE.matcher(format)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "-")));
        sink.append(new LogStream(region, group, request.api() + "/" + request.stage()), request.time(), line + "\n");
    }

    private static Map<String, String> values(Routed request, Answer answer) {
        Routed.Http http = request.http();
        return Map.ofEntries(
                Map.entry("accountId", "000000000000"),
                Map.entry("apiId", request.api()),
                Map.entry("domainName", request.domain()),
                Map.entry("domainPrefix", request.api()),
                Map.entry("extendedRequestId", request.requestId()),
                Map.entry("httpMethod", http.method()),
                Map.entry("identity.sourceIp", "127.0.0.1"),
                Map.entry("identity.userAgent", http.header("user-agent")),
                Map.entry("path", http.path()),
                Map.entry("protocol", "HTTP/1.1"),
                Map.entry("requestId", request.requestId()),
                Map.entry("requestTime", RequestTime.text(request.time())),
                Map.entry("requestTimeEpoch", Long.toString(request.time())),
                Map.entry("responseLength", Integer.toString(answer.body().length)),
                Map.entry("routeKey", request.routeKey()),
                Map.entry("stage", request.stage()),
                Map.entry("status", Integer.toString(answer.status())));
    }
}
