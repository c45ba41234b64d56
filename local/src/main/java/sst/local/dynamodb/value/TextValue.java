package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A string; its order is that of its UTF-8 bytes. */
public record TextValue(String text) implements AttributeValue {
    @Override
    public ValueType type() {
        return ValueType.S;
    }

    @Override
    public long size() {
        return utf8Length(text);
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeString(text);
    }

    /** The string's UTF-8 bytes. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // The two halves of a surrogate pair take four bytes together.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
