package sst.local.wire.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import sst.local.wire.AwsException;
import sst.local.wire.Refusals;

/** JSON as AWS's protocols use it: objects only, nothing after them, room for function code in base64. */
public final class Json {
    private static final int LONGEST_TEXT = 100_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Reads an object; nothing at all counts as an empty one.
     *
     * @throws AwsException {@code SerializationException} when the bytes are no JSON object
     */
    public static ObjectNode read(byte[] bytes) {
        if (bytes.length == 0) {
            return object();
        }
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw Refusals.malformed("the request body is not a JSON object");
        } catch (JsonProcessingException broken) {
            throw Refusals.malformed("the request body is not JSON: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads any JSON value.
     *
     * @throws AwsException {@code SerializationException} when the text is no JSON
     */
    public static JsonNode parse(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                throw Refusals.malformed("nothing where JSON is expected");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw Refusals.malformed("not JSON: " + broken.getOriginalMessage());
        }
    }

    /** Writes a tree as UTF-8. */
    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Turns maps, lists and plain values into a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
