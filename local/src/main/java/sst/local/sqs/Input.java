package sst.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.sqs.message.QueueId;
import sst.local.sqs.message.SqsFault;
import sst.local.wire.CallContext;

/** Reads the members of SQS's calls. */
final class Input {
    private Input() {}

    public static String text(JsonNode input, String name) {
        String text = input.path(name).asText();
        if (text.isEmpty()) {
            throw SqsFault.missing(name);
        }
        return text;
    }

    /** The queue of a call, by the last step of its URL: the port may have changed since the caller learned it. */
    static QueueId queue(JsonNode input, CallContext context) {
        String url = text(input, "QueueUrl");
        return new QueueId(context.region(), url.substring(url.lastIndexOf('/') + 1));
    }

    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    /** A number within bounds; the fallback when it is not given. */
    public static int number(ObjectNode input, Bounds bounds) {
        JsonNode value = input.path(bounds.name());
        if (value.isMissingNode() || value.isNull()) {
            return bounds.fallback();
        }
        int number = value.asInt(Integer.MIN_VALUE);
        if (number < bounds.least() || number > bounds.most()) {
            throw SqsFault.invalid(bounds.name(), value.asText(), bounds.reason());
        }
        return number;
    }

    /** A number's name, value when missing, and bounds. */
    record Bounds(String name, int fallback, int least, int most) {
        /** AWS words each in its way. */
        String reason() {
            String signs = ">= " + least + " and <= " + most;
            return switch (name) {
                case "WaitTimeSeconds" -> "Must be " + signs + ", if provided.";
                case "DelaySeconds" -> "DelaySeconds must be " + signs + ".";
                default -> "Must be between " + least + " and " + most + ", if provided.";
            };
        }
    }
}
