package sst.local.lambda.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.event.ruler.RuleCompiler;
import software.amazon.event.ruler.Ruler;
import sst.local.lambda.control.Faults;

/**
 * Which messages a function wants. A body that is JSON is matched as such, any other as a text.
 * See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
record EventFilter(List<String> patterns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static void check(String pattern) {
        String fault = RuleCompiler.check(pattern);
        if (fault != null) {
            throw Faults.invalid("Invalid filter pattern definition. " + fault);
        }
    }

    boolean takes(JsonNode record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, record));
    }

    private static boolean matches(String pattern, JsonNode record) {
        ObjectNode event = record.deepCopy();
        try {
            JsonNode body = JSON.readTree(record.path("body").asText());
            if (body.isObject()) {
                event.set("body", body);
            }
        } catch (JsonProcessingException plainText) {
            event.put("body", record.path("body").asText());
        }
        try {
            return Ruler.matchesRule(event.toString(), pattern);
        } catch (Exception checkedBefore) {
            throw new IllegalStateException("a pattern that was checked: " + pattern, checkedBefore);
        }
    }
}
