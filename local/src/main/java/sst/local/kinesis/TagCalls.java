package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on tags, of the older kind by stream and of the newer by ARN. */
record TagCalls(DataStreams streams) {
    private static final int MOST_TAGS = 50;
    private static final int PAGE = 100;
    private static final Pattern FOREIGN = Pattern.compile("[^\\u00C0-\\u1FFF\\u2C00-\\uD7FF\\w./\\-=+ @%:]");

    void addTo(Map<String, Operation> operations) {
        operations.put("AddTagsToStream", (input, context) -> add(input, Input.stream(input, context)));
        operations.put("RemoveTagsFromStream", (input, context) -> remove(input, Input.stream(input, context)));
        operations.put("ListTagsForStream", this::list);
        operations.put("TagResource", (input, context) -> add(input, resource(input)));
        operations.put("UntagResource", (input, context) -> remove(input, resource(input)));
        operations.put("ListTagsForResource", this::listOfResource);
    }

    private static StreamName resource(ObjectNode input) {
        return StreamName.ofArn(Input.text(input, "ResourceARN"));
    }

    private ObjectNode add(ObjectNode input, StreamName name) {
        Map<String, String> added = Input.texts(input.path("Tags"));
        streams.change(name, stream -> {
            check(
                    Stream.concat(added.keySet().stream(), added.values().stream())
                            .toList(),
                    "add tags to stream " + name.name());
            Map<String, String> tags = new TreeMap<>(stream.tags());
            tags.putAll(added);
            if (tags.size() > MOST_TAGS) {
                throw KinesisFault.invalid("Failed to add tags to stream " + name.name() + " under account "
                        + CallContext.ACCOUNT + " because a given stream cannot have more than 10 tags associated"
                        + " with it.");
            }
            return stream.tagged(tags);
        });
        return Json.object();
    }

    private static void check(Collection<String> texts, String what) {
        if (texts.stream().anyMatch(text -> FOREIGN.matcher(text).find())) {
            throw KinesisFault.invalid("Some tags contain invalid characters. Valid characters: Unicode letters,"
                    + " digits, white space, _ . / = + - % @.");
        }
        if (texts.stream().anyMatch(text -> text.contains("%"))) {
            throw KinesisFault.invalid("Failed to " + what + " under account " + CallContext.ACCOUNT
                    + " because some tags contained illegal characters. The allowed characters are Unicode letters,"
                    + " white-spaces, '_',',','/','=','+','-','@'.");
        }
    }

    private ObjectNode remove(ObjectNode input, StreamName name) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : input.path("TagKeys")) {
            keys.add(key.asText());
        }
        streams.change(name, stream -> {
            check(keys, "remove tags from stream " + name.name());
            Map<String, String> tags = new TreeMap<>(stream.tags());
            keys.forEach(tags::remove);
            return stream.tagged(tags);
        });
        return Json.object();
    }

    private static ArrayNode shown(Map<String, String> tags) {
        ArrayNode list = Json.object().arrayNode();
        new TreeMap<>(tags)
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        DataStream stream = streams.existing(Input.stream(input, context));
        int limit = input.path("Limit").asInt(PAGE);
        TreeMap<String, String> left = new TreeMap<>(stream.tags());
        left.headMap(input.path("ExclusiveStartTagKey").asText(""), true).clear();
        boolean hasMore = left.size() > limit;
        while (left.size() > limit) {
            left.pollLastEntry();
        }
        return Json.object().put("HasMoreTags", hasMore).set("Tags", shown(left));
    }

    private ObjectNode listOfResource(ObjectNode input, CallContext context) {
        return Json.object().set("Tags", shown(streams.existing(resource(input)).tags()));
    }
}
