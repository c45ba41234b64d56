package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls on log groups. */
record GroupCalls(LogGroups groups) {
    private static final int MOST = 50;

    /** A group's name from a name or an ARN, with or without the closing {@code :*}. */
    static String name(ObjectNode input) {
        for (String member : new String[] {"logGroupName", "logGroupIdentifier", "resourceArn"}) {
            String given = input.path(member).asText();
            if (!given.isEmpty()) {
                int at = given.indexOf(":log-group:");
                String name = at < 0 ? given : given.substring(at + ":log-group:".length());
                return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
            }
        }
        throw Logs.invalid(
                "1 validation error detected: Value null at 'logGroupName' failed to satisfy constraint: Member"
                        + " must not be null");
    }

    ObjectNode create(ObjectNode input, CallContext context) {
        Map<String, String> tags = new HashMap<>();
        input.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        groups.create(context.region(), name(input), tags);
        return Json.object();
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        groups.delete(context.region(), name(input));
        return Json.object();
    }

    ObjectNode describe(ObjectNode input, CallContext context) {
        String prefix = input.path("logGroupNamePrefix").asText();
        String pattern = input.path("logGroupNamePattern").asText();
        String token = input.path("nextToken").asText();
        int limit = limit(input, MOST);
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("logGroups");
        String last = "";
        for (JsonNode group : groups.of(context.region())
                .tailMap(context.region() + "/" + token, false)
                .values()) {
            String name = group.path("logGroupName").asText();
            if (name.startsWith(prefix) && name.contains(pattern)) {
                if (found.size() == limit) {
                    return answer.put("nextToken", last);
                }
                found.add(shown((ObjectNode) group, context));
                last = name;
            }
        }
        return answer;
    }

    static int limit(ObjectNode input, int most) {
        int limit = input.path("limit").asInt(most);
        if (limit < 1 || limit > most) {
            throw Logs.invalid("1 validation error detected: Value '" + limit
                    + "' at 'limit' failed to satisfy constraint: Member must have value between 1 and " + most);
        }
        return limit;
    }

    private static ObjectNode shown(ObjectNode group, CallContext context) {
        String arn =
                context.arn("logs", "log-group:" + group.path("logGroupName").asText());
        group.remove(java.util.List.of("tags", "owner"));
        return group.put("arn", arn + ":*")
                .put("logGroupArn", arn)
                .put("metricFilterCount", 0)
                .put("storedBytes", 0)
                .put("logGroupClass", "STANDARD");
    }

    ObjectNode putRetention(ObjectNode input, CallContext context) {
        groups.retain(
                context.region(), name(input), input.path("retentionInDays").asInt(-1));
        return Json.object();
    }

    ObjectNode deleteRetention(ObjectNode input, CallContext context) {
        groups.retain(context.region(), name(input), 0);
        return Json.object();
    }

    ObjectNode tag(ObjectNode input, CallContext context) {
        ObjectNode group = groups.existing(context.region(), name(input));
        input.path("tags").properties().forEach(tag -> group.withObjectProperty("tags")
                .set(tag.getKey(), tag.getValue()));
        groups.save(context.region(), group);
        return Json.object();
    }

    ObjectNode untag(ObjectNode input, CallContext context) {
        ObjectNode group = groups.existing(context.region(), name(input));
        JsonNode keys = input.has("tagKeys") ? input.get("tagKeys") : input.path("tags");
        keys.forEach(key -> group.withObjectProperty("tags").remove(key.asText()));
        groups.save(context.region(), group);
        return Json.object();
    }

    ObjectNode tags(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        answer.set("tags", groups.existing(context.region(), name(input)).withObjectProperty("tags"));
        return answer;
    }
}
