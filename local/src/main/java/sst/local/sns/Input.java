package sst.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.sns.topic.SnsFault;
import sst.local.sns.topic.TopicId;
import sst.local.wire.codec.Json;

/** Reads the members of SNS's calls, and writes its maps and pages. */
final class Input {
    private static final int PAGE = 100;

    private Input() {}

    public static String text(JsonNode input, String name) {
        String text = input.path(name).asText("");
        if (text.isEmpty()) {
            throw SnsFault.invalid(name);
        }
        return text;
    }

    static TopicId topic(JsonNode input) {
        return TopicId.ofArn(text(input, "TopicArn"));
    }

    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** Tags as they come in calls and templates, by key. */
    static ObjectNode tags(JsonNode list) {
        ObjectNode tags = Json.object();
        list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    /** A map as the query protocol writes it. */
    static ObjectNode entries(Map<String, String> map) {
        ObjectNode entries = Json.object();
        ArrayNode list = entries.putArray("entry");
        map.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        return entries;
    }

    /** A page of a list; the token is the position of the next one. */
    static ObjectNode page(String member, List<? extends JsonNode> all, JsonNode input) {
        int start = Math.min(all.size(), Math.max(0, input.path("NextToken").asInt(0)));
        int end = Math.min(all.size(), start + PAGE);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(member);
        all.subList(start, end).forEach(list::add);
        return end < all.size() ? answer.put("NextToken", Integer.toString(end)) : answer;
    }
}
