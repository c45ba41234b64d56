package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the method of a request in a deployment: literal parts before {@code {parameters}} before a greedy one, and a
 * method of its own before {@code ANY}.
 */
final class DeployedMethods {
    private final List<Method> methods = new ArrayList<>();

    /**
     * A method.
     *
     * @param resourceId of its resource
     * @param resourcePath such as {@code /notes/{id}}
     * @param name such as {@code GET} or {@code ANY}
     * @param record as the control plane keeps it
     */
    record Method(String resourceId, String resourcePath, String name, JsonNode record) {
        private String rank() {
            StringBuilder rank = new StringBuilder();
            for (String part : resourcePath.split("/", -1)) {
                rank.append(!part.startsWith("{") ? 'a' : part.endsWith("+}") ? 'c' : 'b');
            }
            return rank.toString();
        }
    }

    /** A method with the decoded values of its path parameters. */
    record Match(Method method, Map<String, String> parameters) {}

    DeployedMethods(JsonNode resources) {
        for (JsonNode resource : resources) {
            resource.path("resourceMethods")
                    .properties()
                    .forEach(method -> methods.add(new Method(
                            resource.path("id").asText(),
                            resource.path("path").asText(),
                            method.getKey(),
                            method.getValue())));
        }
        methods.sort(Comparator.comparing(Method::rank)
                .thenComparing(method -> method.name().equals("ANY")));
    }

    /** The method for a raw path without its stage. A resource that the path fits best keeps it to itself. */
    Optional<Match> find(String name, String path) {
        String best = "";
        for (Method method : methods) {
            Optional<Map<String, String>> parameters = match(method.resourcePath(), path);
            if (parameters.isPresent() && (best.isEmpty() || best.equals(method.resourcePath()))) {
                best = method.resourcePath();
                if (method.name().equals("ANY") || method.name().equals(name)) {
                    return Optional.of(new Match(method, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> parameters = new TreeMap<>();
        for (int at = 0; at < wanted.length; at++) {
            if (at >= given.length) {
                return Optional.empty();
            }
            boolean isGreedy = wanted[at].endsWith("+}");
            String value = isGreedy ? String.join("/", List.of(given).subList(at, given.length)) : given[at];
            if (wanted[at].startsWith("{") ? value.isEmpty() : !wanted[at].equals(decode(value))) {
                return Optional.empty();
            }
            if (wanted[at].startsWith("{")) {
                parameters.put(wanted[at].replaceAll("[{}+]", ""), decode(value));
            }
            if (isGreedy) {
                return Optional.of(parameters);
            }
        }
        return wanted.length == given.length ? Optional.of(parameters) : Optional.empty();
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException stray) {
            return text;
        }
    }
}
