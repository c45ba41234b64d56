package sst.local.lambda.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.lambda.control.Faults;
import sst.local.pattern.EventPatterns;

/**
 * Which messages a function wants. A body that is JSON is matched as such, any other as a text.
 * See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
final class EventFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> patterns;
    private final EventPatterns compiled = new EventPatterns();

    EventFilter(List<String> patterns) {
        this.patterns = patterns;
    }

    static void check(String pattern) {
        EventPatterns.fault(pattern).ifPresent(fault -> {
            throw Faults.invalid("Invalid filter pattern definition. " + fault);
        });
    }

    boolean takes(JsonNode record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, record));
    }

    private boolean matches(String pattern, JsonNode record) {
        ObjectNode event = record.deepCopy();
        try {
            JsonNode body = JSON.readTree(record.path("body").asText());
            if (body.isObject()) {
                event.set("body", body);
            }
        } catch (JsonProcessingException plainText) {
            event.put("body", record.path("body").asText());
        }
        return compiled.matches(pattern, event);
    }
}
