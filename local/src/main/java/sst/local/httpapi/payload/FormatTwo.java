package sst.local.httpapi.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Payload format 2.0. */
record FormatTwo() implements PayloadFormat {
    @Override
    public ObjectNode tree(Routed request) {
        Routed.Http http = request.http();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", request.routeKey()).put("rawPath", http.path());
        event.put("rawQueryString", http.query());
        cookies(event, http);
        ObjectNode headers = event.putObject("headers");
        http.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                headers.put(name, String.join(",", values));
            }
        });
        Map<String, List<String>> query = QueryString.parse(http.query());
        if (!query.isEmpty()) {
            ObjectNode parameters = event.putObject("queryStringParameters");
            query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
        }
        event.set("requestContext", context(request));
        texts(event, "pathParameters", request.pathParameters());
        texts(event, "stageVariables", request.stageVariables());
        if (http.body().length > 0) {
            Bodies.lay(event, http);
        } else {
            event.put("isBase64Encoded", false);
        }
        return event;
    }

    private static void cookies(ObjectNode event, Routed.Http http) {
        List<String> cookies = http.headers().getOrDefault("cookie", List.of());
        if (!cookies.isEmpty()) {
            var list = event.putArray("cookies");
            cookies.forEach(line -> List.of(line.split("; *")).forEach(list::add));
        }
    }

    private static ObjectNode context(Routed request) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", "000000000000").put("apiId", request.api()).put("domainName", request.domain());
        if (!request.authorizer().isEmpty()) {
            context.set("authorizer", request.authorizer());
        }
        context.put("domainPrefix", request.api());
        Routed.Http http = request.http();
        context.putObject("http")
                .put("method", http.method())
                .put("path", http.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", http.header("user-agent"));
        context.put("requestId", request.requestId()).put("routeKey", request.routeKey());
        context.put("stage", request.stage()).put("time", RequestTime.text(request.time()));
        return context.put("timeEpoch", request.time());
    }

    private static void texts(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode object = event.putObject(name);
            new TreeMap<>(values).forEach(object::put);
        }
    }

    /** A result without {@code statusCode} is the body itself, as JSON; a text is sent without its quotes. */
    @Override
    public Optional<Answer> answer(byte[] result) {
        JsonNode tree;
        try {
            tree = JSON.readTree(result);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (tree.isObject() && tree.has("statusCode")) {
            Map<String, List<String>> headers = Answers.headers(tree);
            if (tree.path("cookies").isArray()) {
                headers.put("set-cookie", Answers.texts(tree.get("cookies")));
            }
            headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
            return Answers.of(tree, headers);
        }
        byte[] body = tree.isTextual() ? tree.textValue().getBytes(StandardCharsets.UTF_8) : result;
        return Optional.of(new Answer(200, Map.of("content-type", List.of("application/json")), body));
    }
}
