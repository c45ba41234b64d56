package sst.local.cloudfront.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import sst.local.wire.codec.Json;

/**
 * The event of CloudFront Functions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html">AWS</a>
 */
final class EdgeEvent {
    private static final String VALUE = "value";

    private EdgeEvent() {}

    static ObjectNode of(String type, Visit visit) {
        ObjectNode event = Json.object().put("version", "1.0");
        event.putObject("context")
                .put("distributionDomainName", host(visit))
                .put("eventType", type)
                .put("requestId", "");
        event.putObject("viewer").put("ip", "127.0.0.1");
        ObjectNode request =
                event.putObject("request").put("method", visit.method()).put("uri", visit.path());
        ObjectNode query = request.putObject("querystring");
        for (String pair :
                visit.query().isEmpty() ? new String[0] : visit.query().split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.putObject(URLDecoder.decode(name, StandardCharsets.UTF_8)).put(VALUE, value);
        }
        ObjectNode headers = request.putObject("headers");
        visit.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                headers.putObject(name).put(VALUE, String.join(",", values));
            }
        });
        cookies(request.putObject("cookies"), visit);
        return event;
    }

    private static void cookies(ObjectNode cookies, Visit visit) {
        visit.headers().getOrDefault("cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";\\s*")).stream())
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> cookies.putObject(pair[0]).put(VALUE, pair[1]));
    }

    private static String host(Visit visit) {
        return visit.headers().getOrDefault("host", List.of("")).get(0);
    }

    /** The request that a function gave back. */
    static Visit visit(JsonNode request, Visit before) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.path("headers").properties().forEach(header -> headers.put(header.getKey(), values(header.getValue())));
        StringJoiner cookies = new StringJoiner("; ");
        request.path("cookies")
                .properties()
                .forEach(cookie -> cookies.add(
                        cookie.getKey() + "=" + cookie.getValue().path(VALUE).asText()));
        if (cookies.length() > 0) {
            headers.put("cookie", List.of(cookies.toString()));
        }
        StringJoiner query = new StringJoiner("&");
        request.path("querystring").properties().forEach(each -> {
            String name = URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8);
            values(each.getValue()).forEach(value -> query.add(value.isEmpty() ? name : name + "=" + value));
        });
        return new Visit(before.method(), request.path("uri").asText(), query.toString(), headers, before.body());
    }

    private static List<String> values(JsonNode field) {
        return field.has("multiValue")
                ? field.path("multiValue").findValuesAsText(VALUE)
                : List.of(field.path(VALUE).asText());
    }

    static ObjectNode response(Page page) {
        ObjectNode response = Json.object().put("statusCode", page.status());
        ObjectNode headers = response.putObject("headers");
        page.headers().forEach((name, values) -> headers.putObject(name).put(VALUE, String.join(",", values)));
        response.putObject("cookies");
        return response;
    }

    /** The response that a function gave back instead of a request. */
    static Page page(JsonNode response) {
        JsonNode body = response.path("body");
        String text = body.isTextual() ? body.asText() : body.path("data").asText();
        byte[] bytes = body.path("encoding").asText().equals("base64")
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return page(response, new Page(response.path("statusCode").asInt(), Map.of(), bytes));
    }

    /** The response that a function gave back, with the body of the one that it saw. */
    static Page page(JsonNode response, Page before) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), values(header.getValue())));
        List<String> cookies = response.path("cookies").properties().stream()
                .map(cookie -> cookie.getKey() + "="
                        + cookie.getValue().path(VALUE).asText()
                        + (cookie.getValue().has("attributes")
                                ? "; " + cookie.getValue().path("attributes").asText()
                                : ""))
                .toList();
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies);
        }
        return new Page(response.path("statusCode").asInt(before.status()), headers, before.body());
    }
}
