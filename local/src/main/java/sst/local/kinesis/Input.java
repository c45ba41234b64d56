package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.CallContext;

/** Reads the members of Kinesis's calls. */
final class Input {
    private Input() {}

    public static String text(JsonNode input, String name) {
        String text = input.path(name).asText("");
        if (text.isEmpty()) {
            throw KinesisFault.validation("1 validation error detected: Value null at '"
                    + Character.toLowerCase(name.charAt(0)) + name.substring(1)
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }

    /** The stream of a call, by its ARN or name. */
    static StreamName stream(JsonNode input, CallContext context) {
        String arn = input.path("StreamARN").asText("");
        return arn.isEmpty() ? new StreamName(context.region(), text(input, "StreamName")) : StreamName.ofArn(arn);
    }

    public static int number(JsonNode input, Bounds bounds) {
        int number = input.path(bounds.name()).asInt(bounds.fallback());
        if (number < bounds.least() || number > bounds.most()) {
            throw KinesisFault.validation("1 validation error detected: Value '" + number + "' at '"
                    + Character.toLowerCase(bounds.name().charAt(0))
                    + bounds.name().substring(1)
                    + "' failed to satisfy constraint: Member must have value between " + bounds.least() + " and "
                    + bounds.most());
        }
        return number;
    }

    /** A number's name, value when missing, and bounds. */
    record Bounds(String name, int fallback, int least, int most) {}

    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
