package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values; {@link Item} is the same at the top. */
public record MapValue(Map<String, AttributeValue> entries) implements AttributeValue {
    public MapValue {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public ValueType type() {
        return ValueType.M;
    }

    @Override
    public long size() {
        return 3 + entries.size() + new Item(entries).size();
    }

    @Override
    public int depth() {
        return 1
                + entries.values().stream()
                        .mapToInt(AttributeValue::depth)
                        .max()
                        .orElse(0);
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
            json.writeFieldName(entry.getKey());
            entry.getValue().write(json);
        }
        json.writeEndObject();
    }
}
