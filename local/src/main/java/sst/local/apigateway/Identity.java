package sst.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where authorizers find who calls.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 *
 * @param headers by lower-case name
 * @param query decoded
 * @param stageVariables of the stage
 * @param context the request context of the event
 */
public record Identity(
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        Map<String, String> stageVariables,
        JsonNode context) {
    /** {@code $request.header.X} of HTTP APIs, {@code route.request.…} of WebSocket and {@code method.request.…} of REST. */
    private static final Pattern PART =
            Pattern.compile("(?:\\$|route\\.|method\\.)?request\\.(header|querystring|multivalueheader)\\.(.+)");

    private static final Pattern OTHER = Pattern.compile("\\$?(stageVariables|context)\\.(.+)");

    public Identity {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
        stageVariables = Map.copyOf(stageVariables);
    }

    /** The values of all sources; empty when any of them is missing. */
    public Optional<List<String>> values(List<String> sources) {
        List<String> values = new ArrayList<>();
        for (String source : sources) {
            String value = value(source.trim());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    private String value(String source) {
        Matcher part = PART.matcher(source);
        if (part.matches()) {
            return part.group(1).equals("querystring")
                    ? first(query.getOrDefault(part.group(2), List.of()))
                    : first(headers.getOrDefault(part.group(2).toLowerCase(Locale.ROOT), List.of()));
        }
        Matcher other = OTHER.matcher(source);
        if (!other.matches()) {
            return "";
        }
        return other.group(1).equals("context")
                ? context.at("/" + other.group(2).replace('.', '/')).asText("")
                : stageVariables.getOrDefault(other.group(2), "");
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
