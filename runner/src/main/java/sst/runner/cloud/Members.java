package sst.runner.cloud;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a JSON object that are plain values, as text. Every command that meets the local cloud wants two of them;
 * Jackson's mapper, which it needs for nothing else, would take 50 ms to start.
 */
final class Members {
    private static final JsonFactory JSON = new JsonFactory();

    private Members() {}

    /** Empty when the text is no object. */
    static Map<String, String> of(String text) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken().isScalarValue()) {
                    members.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return members;
        }
    }
}
