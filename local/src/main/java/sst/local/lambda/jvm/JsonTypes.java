package sst.local.lambda.jvm;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into the user's types and answers into JSON. Like Lambda's own serialisation it ignores unknown members
 * and the case of names, since the events library has both {@code records} and {@code Records}.
 */
final class JsonTypes {
    private final JsonMapper json = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false)
            .configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES, true)
            // Both ways in: events have fields such as isBase64Encoded whose accessors say another name.
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .build();

    @Nullable
    Object read(byte[] event, Type type) throws IOException {
        return json.readValue(event, json.constructType(type));
    }

    byte[] write(@Nullable Object answer) throws IOException {
        return json.writeValueAsBytes(answer);
    }
}
