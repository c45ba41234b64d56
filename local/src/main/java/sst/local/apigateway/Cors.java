package sst.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An API's CORS settings; they replace whatever CORS headers an integration sends
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html).
 */
public record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        int maxAge,
        boolean credentials) {
    public Cors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /** The settings of a {@code corsConfiguration}; none allow nothing. */
    public static Cors of(JsonNode settings) {
        return new Cors(
                texts(settings.path("allowOrigins")),
                texts(settings.path("allowMethods")),
                texts(settings.path("allowHeaders")),
                texts(settings.path("exposeHeaders")),
                settings.path("maxAge").asInt(-1),
                settings.path("allowCredentials").asBoolean());
    }

    /** Whether there are any. */
    public boolean isSet() {
        return !origins.isEmpty();
    }

    /** The headers of an answer to a request from that origin. */
    public Map<String, List<String>> answer(String origin) {
        Map<String, List<String>> all = new TreeMap<>();
        if (origin.isEmpty() || !allows(origin)) {
            return all;
        }
        boolean isAny = origins.contains("*") && !credentials;
        all.put("access-control-allow-origin", List.of(isAny ? "*" : origin));
        if (!isAny) {
            all.put("vary", List.of("Origin"));
        }
        if (credentials) {
            all.put("access-control-allow-credentials", List.of("true"));
        }
        if (!exposed.isEmpty()) {
            all.put("access-control-expose-headers", List.of(String.join(",", exposed)));
        }
        return all;
    }

    /** The headers of an answer to a preflight request. */
    public Map<String, List<String>> preflight(String origin) {
        Map<String, List<String>> all = answer(origin);
        if (all.isEmpty()) {
            return all;
        }
        if (!methods.isEmpty()) {
            String any = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";
            all.put("access-control-allow-methods", List.of(methods.contains("*") ? any : String.join(",", methods)));
        }
        if (!headers.isEmpty()) {
            all.put("access-control-allow-headers", List.of(String.join(",", headers)));
        }
        if (maxAge >= 0) {
            all.put("access-control-max-age", List.of(Integer.toString(maxAge)));
        }
        return all;
    }

    private boolean allows(String origin) {
        return origins.stream()
                .anyMatch(allowed ->
                        allowed.equals("*") || allowed.equalsIgnoreCase(origin) || isOfScheme(allowed, origin));
    }

    /** {@code https://*} allows every origin of that scheme. */
    private static boolean isOfScheme(String allowed, String origin) {
        return allowed.endsWith("://*")
                && origin.toLowerCase(Locale.ROOT).startsWith(allowed.substring(0, allowed.length() - 1));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
