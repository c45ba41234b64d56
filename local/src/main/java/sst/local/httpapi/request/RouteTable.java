package sst.local.httpapi.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.local.httpapi.access.Access;

/**
 * Finds the most specific route of a request: literal segments before {@code {parameters}} before a greedy
 * {@code {proxy+}}, a method before {@code ANY}, {@code $default} last
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html).
 */
final class RouteTable {
    private static final String DEFAULT = "$default";

    private final List<Pattern> patterns;
    private final @Nullable Route fallback;

    /**
     * A route.
     *
     * @param key such as {@code GET /notes/{id}}
     * @param integration where its requests go
     * @param access who may call it
     */
    record Route(String key, Integration integration, Access access) {}

    /** A route with the decoded values of its path parameters. */
    record Match(Route route, Map<String, String> parameters) {}

    private record Pattern(Route route, String method, List<String> segments) {
        static Pattern of(Route route) {
            int space = route.key().indexOf(' ');
            return new Pattern(
                    route, route.key().substring(0, space), split(route.key().substring(space + 1)));
        }

        /** One letter a segment; a more specific pattern sorts first. */
        String rank() {
            StringBuilder rank = new StringBuilder();
            for (String segment : segments) {
                rank.append(!segment.startsWith("{") ? 'a' : segment.endsWith("+}") ? 'c' : 'b');
            }
            return rank + (method.equals("ANY") ? "y" : "x");
        }

        Optional<Match> match(String wanted, List<String> path) {
            boolean isGreedy =
                    !segments.isEmpty() && segments.get(segments.size() - 1).endsWith("+}");
            boolean isLong = isGreedy ? path.size() >= segments.size() : path.size() == segments.size();
            if (!isLong || !(method.equals("ANY") || method.equals(wanted))) {
                return Optional.empty();
            }
            Map<String, String> parameters = new TreeMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                boolean isLastGreedy = isGreedy && i == segments.size() - 1;
                String value = isLastGreedy ? String.join("/", path.subList(i, path.size())) : path.get(i);
                if (!segment.startsWith("{") ? !segment.equals(decode(value)) : value.isEmpty()) {
                    return Optional.empty();
                }
                if (segment.startsWith("{")) {
                    parameters.put(segment.replaceAll("[{}+]", ""), decode(value));
                }
            }
            return Optional.of(new Match(route, parameters));
        }
    }

    RouteTable(List<Route> routes) {
        List<Pattern> all = new ArrayList<>();
        Route last = null;
        for (Route route : routes) {
            if (route.key().equals(DEFAULT)) {
                last = route;
            } else {
                all.add(Pattern.of(route));
            }
        }
        all.sort(Comparator.comparing(Pattern::rank));
        this.patterns = List.copyOf(all);
        this.fallback = last;
    }

    /** The route of a method and a raw path without its stage. */
    Optional<Match> find(String method, String path) {
        List<String> segments = split(path);
        for (Pattern pattern : patterns) {
            Optional<Match> match = pattern.match(method, segments);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.ofNullable(fallback).map(route -> new Match(route, Map.of()));
    }

    private static List<String> split(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return List.of(inner.split("/", -1));
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
