package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.CallContext;

/** Reads the members of Kinesis's calls, whose types and bounds were checked before. */
final class Input {
    private Input() {}

    static String text(JsonNode input, String name) {
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

    /** The id of a shard; {@code ResourceNotFoundException} when no shard could have it. */
    static String shard(JsonNode input, String member, String stream) {
        String id = input.path(member).asText();
        if (DataShard.number(id) < 0) {
            throw KinesisFault.shardNotFound(id, stream);
        }
        return id;
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
