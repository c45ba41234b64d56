package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import sst.local.events.rule.BusId;
import sst.local.events.rule.EventsFault;
import sst.local.events.rule.RuleId;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Reads the members of EventBridge's calls, and writes its tags and pages. */
final class Input {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]+");

    private Input() {}

    public static String text(JsonNode input, String name) {
        String text = input.path(name).asText("");
        if (text.isEmpty()) {
            throw EventsFault.invalid("1 validation error detected: Value null at '"
                    + Character.toLowerCase(name.charAt(0)) + name.substring(1)
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }

    /** Refuses a name that is none of EventBridge's. */
    static void checkName(String path, String name) {
        String start = "1 validation error detected: Value '" + name + "' at '" + path
                + "' failed to satisfy constraint: Member must ";
        if (!NAME.matcher(name).matches()) {
            throw EventsFault.invalid(start + "satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
        }
        if (name.length() > LONGEST_NAME) {
            throw EventsFault.invalid(start + "have length less than or equal to " + LONGEST_NAME);
        }
    }

    static BusId bus(JsonNode input, CallContext context) {
        return BusId.parse(input.path("EventBusName").asText(""), context.region());
    }

    /** The rule of a call: its bus, and its name in that member. */
    static RuleId rule(JsonNode input, String member, CallContext context) {
        return new RuleId(bus(input, context), text(input, member));
    }

    static ObjectNode tags(JsonNode list) {
        ObjectNode tags = Json.object();
        list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    /** A page of a list; the token is the position of the next one. */
    static ObjectNode page(String member, List<? extends JsonNode> all, JsonNode input) {
        int start = Math.min(all.size(), Math.max(0, input.path("NextToken").asInt(0)));
        int most = Math.max(1, Math.min(MOST, input.path("Limit").asInt(MOST)));
        int end = Math.min(all.size(), start + most);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(member);
        all.subList(start, end).forEach(list::add);
        return end < all.size() ? answer.put("NextToken", Integer.toString(end)) : answer;
    }
}
