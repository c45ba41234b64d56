package sst.local.dynamodb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import sst.local.dynamodb.request.Rejection;

/** Bytes, Base64 on the wire; their order is unsigned. */
public record BinaryValue(byte[] bytes) implements AttributeValue {
    /**
     * Decodes the wire form.
     *
     * @throws sst.local.wire.AwsException when it is not Base64
     */
    public static BinaryValue parse(String base64) {
        if (base64.length() % 4 != 0) {
            throw Rejection.serialization(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + base64.length());
        }
        try {
            return new BinaryValue(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Rejection.serialization("Invalid Base64: " + e.getMessage());
        }
    }

    @Override
    public ValueType type() {
        return ValueType.B;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void writeContent(JsonGenerator json) throws IOException {
        json.writeBinary(bytes);
    }

    /** The wire form. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryValue binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "BinaryValue[" + base64() + "]";
    }
}
