package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An attribute that is there and holds nothing. */
public record NullValue() implements AttributeValue {
    @Override
    public ValueType type() {
        return ValueType.NULL;
    }

    @Override
    public long size() {
        return 1;
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeBoolean(true);
    }
}
