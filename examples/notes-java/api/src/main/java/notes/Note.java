package notes;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

record Note(String id, String text, String createdAt) {
    /** Every note has the same partition in the index, so that one query lists them by time. */
    static final String KIND = "note";

    static Note of(Map<String, AttributeValue> item) {
        return new Note(item.get("id").s(), item.get("text").s(), item.get("createdAt").s());
    }

    Map<String, AttributeValue> item() {
        return Map.of(
                "id", AttributeValue.fromS(id),
                "kind", AttributeValue.fromS(KIND),
                "text", AttributeValue.fromS(text),
                "createdAt", AttributeValue.fromS(createdAt));
    }
}
