package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** True or false. */
public record BooleanValue(boolean flag) implements AttributeValue {
    @Override
    public ValueType type() {
        return ValueType.BOOL;
    }

    @Override
    public long size() {
        return 1;
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeBoolean(flag);
    }
}
