package sst.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How values of a map are kept as bytes; reading makes a fresh value each time, so nobody shares one. */
interface ValueCodec<V> {
    byte[] encode(V value);

    V decode(byte[] bytes);

    /** Bytes as they are. */
    record Plain() implements ValueCodec<byte[]> {
        @Override
        public byte[] encode(byte[] value) {
            return value.clone();
        }

        @Override
        public byte[] decode(byte[] bytes) {
            return bytes.clone();
        }
    }

    /** JSON as UTF-8 text. */
    record Json(ObjectMapper mapper) implements ValueCodec<JsonNode> {
        @Override
        public byte[] encode(JsonNode value) {
            try {
                return mapper.writeValueAsBytes(value);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public JsonNode decode(byte[] bytes) {
            try {
                return mapper.readTree(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
