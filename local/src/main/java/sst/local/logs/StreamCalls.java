package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls on log streams. */
record StreamCalls(LogGroups groups, LogStreams streams, LogEvents events) {
    private static final int MOST = 50;
    private static final Pattern NAME = Pattern.compile("[^:*\\x00-\\x1F]{1,512}");

    ObjectNode create(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        String stream = input.path("logStreamName").asText();
        groups.existing(context.region(), group);
        if (!NAME.matcher(stream).matches()) {
            throw Logs.invalid("1 validation error detected: Value '" + stream
                    + "' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " [^:*]*");
        }
        if (!streams.ensure(context.region(), group, stream)) {
            throw Logs.exists("stream");
        }
        return Json.object();
    }

    ObjectNode delete(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        String stream = input.path("logStreamName").asText();
        groups.existing(context.region(), group);
        if (streams.find(context.region(), group, stream).isEmpty()) {
            throw Logs.missing("stream");
        }
        streams.delete(context.region(), group, stream);
        events.deleteStream(new LogEvents.Source(context.region(), group, stream));
        return Json.object();
    }

    ObjectNode describe(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        groups.existing(context.region(), group);
        String prefix = input.path("logStreamNamePrefix").asText();
        boolean isByTime = input.path("orderBy").asText().equals("LastEventTime");
        if (isByTime && !prefix.isEmpty()) {
            throw Logs.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        Comparator<JsonNode> order = isByTime
                ? Comparator.comparingLong(
                        stream -> stream.path("lastEventTimestamp").asLong(0))
                : Comparator.comparing(stream -> stream.path("logStreamName").asText());
        boolean isDescending = input.path("descending").asBoolean(false);
        List<JsonNode> all = streams.of(context.region(), group).values().stream()
                .filter(stream -> stream.path("logStreamName").asText().startsWith(prefix))
                .sorted(isDescending ? order.reversed() : order)
                .toList();
        return page(all, input, context.arn("logs", "log-group:" + group + ":log-stream:"));
    }

    private static ObjectNode page(List<JsonNode> all, ObjectNode input, String arnPrefix) {
        int start = Math.max(0, input.path("nextToken").asInt(0));
        int end = Math.min(all.size(), start + GroupCalls.limit(input, MOST));
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("logStreams");
        for (JsonNode stream : all.subList(Math.min(start, end), end)) {
            found.add(((ObjectNode) stream)
                    .put("arn", arnPrefix + stream.path("logStreamName").asText())
                    .put("uploadSequenceToken", "1")
                    .put("storedBytes", 0));
        }
        if (end < all.size()) {
            answer.put("nextToken", Integer.toString(end));
        }
        return answer;
    }
}
