package sst.scripts.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.jspecify.annotations.Nullable;

/** JSON of messages and events. */
final class Json {
    /** A Groovy string with values in it would be written as a bean. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(CharSequence.class, new ToStringSerializer(CharSequence.class)))
            .build();

    private Json() {}

    /** Text stays as it is, anything else becomes JSON. */
    static String text(Object message) {
        return message instanceof CharSequence ? message.toString() : value(message);
    }

    static String value(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static @Nullable Object parse(String text) {
        try {
            return text.isEmpty() ? null : MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
