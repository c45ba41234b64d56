package sst.local.cfn.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Builds answers. */
public final class Json {
    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> shape) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(shape.apply(item)));
        return array;
    }

    public static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    public static ArrayNode tags(Map<String, String> tags) {
        return array(tags.entrySet(), tag -> object().put("Key", tag.getKey()).put("Value", tag.getValue()));
    }

    public static void putText(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    public static void putTime(ObjectNode object, String name, long millis) {
        if (millis > 0) {
            object.put(
                    name,
                    Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
