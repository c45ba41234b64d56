package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of a template as text, as far as they need nobody but the stack's own resources: texts, {@code Ref}, and
 * {@code Fn::Sub} and {@code Fn::Join} of them.
 *
 * @param refs physical ids by logical id, and pseudo parameters
 */
record TemplateValues(Map<String, String> refs) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    TemplateValues {
        refs = Map.copyOf(refs);
    }

    /** Whether {@link #text} can give it; an absent value is simple. */
    static boolean isSimple(@Nullable JsonNode value) {
        if (value == null || value.isValueNode()) {
            return true;
        }
        if (value.has("Ref")) {
            return true;
        }
        if (value.path("Fn::Sub").isTextual()) {
            return !value.path("Fn::Sub").asText().matches(".*\\$\\{[^}]*(?<!AWS::[A-Za-z]{1,20})\\.[^}]*}.*");
        }
        JsonNode parts = value.path("Fn::Join").path(1);
        if (!value.path("Fn::Join").isArray() || !parts.isArray()) {
            return false;
        }
        for (JsonNode part : parts) {
            if (!isSimple(part)) {
                return false;
            }
        }
        return true;
    }

    String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return ref(value.path("Ref").asText());
        }
        if (value.has("Fn::Sub")) {
            Matcher variables = VARIABLE.matcher(value.path("Fn::Sub").asText());
            return variables
                    .replaceAll(found -> Matcher.quoteReplacement(ref(found.group(1))))
                    .replace("${!", "${");
        }
        StringBuilder joined = new StringBuilder();
        String between = value.path("Fn::Join").path(0).asText();
        value.path("Fn::Join").path(1).forEach(part -> {
            joined.append(joined.isEmpty() ? "" : between).append(text(part));
        });
        return joined.toString();
    }

    private String ref(String name) {
        String value = refs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is known about " + name);
        }
        return value;
    }
}
