package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list of values of any types. */
public record ListValue(List<AttributeValue> elements) implements AttributeValue {
    public ListValue {
        elements = List.copyOf(elements);
    }

    /** This list with the other's elements behind its own. */
    public ListValue append(ListValue other) {
        List<AttributeValue> all = new ArrayList<>(elements);
        all.addAll(other.elements);
        return new ListValue(all);
    }

    @Override
    public ValueType type() {
        return ValueType.L;
    }

    @Override
    public long size() {
        return 3 + elements.stream().mapToLong(value -> value.size() + 1).sum();
    }

    @Override
    public int depth() {
        return 1 + elements.stream().mapToInt(AttributeValue::depth).max().orElse(0);
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (AttributeValue element : elements) {
            element.write(json);
        }
        json.writeEndArray();
    }
}
