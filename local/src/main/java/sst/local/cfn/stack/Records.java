package sst.local.cfn.stack;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Writes records as JSON and reads them again; only components count, not methods that look like getters. */
public final class Records {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Records() {}

    /** The record as JSON. */
    public static JsonNode write(Record value) {
        return MAPPER.valueToTree(value);
    }

    /** The record that was written. */
    public static <R extends Record> R read(JsonNode written, Class<R> type) {
        try {
            return MAPPER.treeToValue(written, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("cannot read a stored " + type.getSimpleName(), unreadable);
        }
    }
}
