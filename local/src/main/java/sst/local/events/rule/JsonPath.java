package sst.local.events.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path such as {@code $.detail.items[0]['first name']}, the part of JSONPath that EventBridge knows. */
record JsonPath(String text) {
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]|\\['([^']+)']");
    private static final Pattern WHOLE = Pattern.compile("\\$(" + STEP.pattern() + ")*");

    JsonPath {
        if (!WHOLE.matcher(text).matches()) {
            throw EventsFault.invalid("Parameter InputPath is not valid. Reason: Invalid JsonPath " + text + ".");
        }
    }

    /** What the path leads to; missing when it leads nowhere. */
    JsonNode in(JsonNode event) {
        JsonNode at = event;
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            if (step.group(2) != null) {
                at = at.path(Integer.parseInt(step.group(2)));
            } else {
                at = at.path(step.group(1) != null ? step.group(1) : step.group(3));
            }
        }
        return at;
    }
}
