package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import sst.local.logs.LogEvents.Event;
import sst.local.logs.LogEvents.Position;
import sst.local.logs.LogEvents.Source;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls on log events. */
record EventCalls(LogGroups groups, LogStreams streams, LogEvents events, Clock clock) {
    private static final int MOST = 10_000;
    private static final int BATCH_BYTES = 1_048_576;
    private static final int BYTES_BESIDE_MESSAGE = 26;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    private Source source(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        String stream = input.path("logStreamName").asText();
        groups.existing(context.region(), group);
        if (streams.find(context.region(), group, stream).isEmpty()) {
            throw Logs.missing("stream");
        }
        return new Source(context.region(), group, stream);
    }

    ObjectNode put(ObjectNode input, CallContext context) {
        Source source = source(input, context);
        JsonNode batch = input.path("logEvents");
        checkBatch(batch);
        long now = clock.millis();
        List<JsonNode> accepted = new ArrayList<>();
        int tooOldEnd = 0;
        int tooNewStart = batch.size();
        for (int at = 0; at < batch.size(); at++) {
            long timestamp = batch.get(at).path("timestamp").asLong();
            if (timestamp < now - OLDEST.toMillis()) {
                tooOldEnd = at + 1;
            } else if (timestamp > now + NEWEST.toMillis()) {
                tooNewStart = Math.min(tooNewStart, at);
            } else {
                accepted.add(batch.get(at));
            }
        }
        store(source, accepted);
        ObjectNode answer = Json.object().put("nextSequenceToken", "1");
        if (accepted.size() < batch.size()) {
            ObjectNode rejected = answer.putObject("rejectedLogEventsInfo");
            if (tooOldEnd > 0) {
                rejected.put("tooOldLogEventEndIndex", tooOldEnd);
            }
            if (tooNewStart < batch.size()) {
                rejected.put("tooNewLogEventStartIndex", tooNewStart);
            }
        }
        return answer;
    }

    private static void checkBatch(JsonNode batch) {
        if (batch.isEmpty() || batch.size() > MOST) {
            throw Logs.invalid("1 validation error detected: 'logEvents' must have from 1 to " + MOST + " members");
        }
        long bytes = 0;
        long before = Long.MIN_VALUE;
        for (JsonNode event : batch) {
            long timestamp = event.path("timestamp").asLong(-1);
            String message = event.path("message").asText();
            if (timestamp < 0 || message.isEmpty()) {
                throw Logs.invalid("Each log event must have a timestamp and a message that is not empty.");
            }
            if (timestamp < before) {
                throw Logs.invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
            before = timestamp;
            bytes += message.getBytes(StandardCharsets.UTF_8).length + BYTES_BESIDE_MESSAGE;
        }
        if (bytes > BATCH_BYTES) {
            throw Logs.invalid("Upload too large: " + bytes + " bytes exceeds limit of " + BATCH_BYTES);
        }
    }

    private void store(Source source, List<JsonNode> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        accepted.forEach(event -> events.append(
                source, event.path("timestamp").asLong(), event.path("message").asText()));
        streams.noteEvents(
                source,
                accepted.get(0).path("timestamp").asLong(),
                accepted.get(accepted.size() - 1).path("timestamp").asLong());
    }

    ObjectNode get(ObjectNode input, CallContext context) {
        Source source = source(input, context);
        groups.expire(source.region(), source.group());
        String token = input.path("nextToken").asText();
        boolean isForward = token.isEmpty() ? input.path("startFromHead").asBoolean(false) : token.startsWith("f/");
        Position start = Position.at(input.path("startTime").asLong(0));
        Position end = input.has("endTime") ? Position.at(input.get("endTime").asLong()) : Position.LAST;
        if (!token.isEmpty()) {
            Position from = Position.ofToken(token.replaceFirst("^[fb]/", ""));
            start = isForward ? later(start, from) : start;
            end = isForward ? end : earlier(end, from);
        }
        List<Event> page = new ArrayList<>(
                start.compareTo(end) >= 0
                        ? List.of()
                        : events.between(source, start, end, isForward)
                                .filter(event -> event.stream().equals(source.stream()))
                                .limit(GroupCalls.limit(input, MOST))
                                .toList());
        if (!isForward) {
            Collections.reverse(page);
        }
        Position standing = isForward ? start : end;
        Position last = page.isEmpty() ? standing : page.get(page.size() - 1).position();
        Position first = page.isEmpty() ? standing : page.get(0).position();
        ObjectNode answer = Json.object()
                .put("nextForwardToken", "f/" + last.token())
                .put("nextBackwardToken", "b/" + first.token());
        ArrayNode shown = answer.putArray("events");
        page.forEach(event -> shown.add(shown(event)));
        return answer;
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Position earlier(Position one, Position other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ObjectNode shown(Event event) {
        return Json.object()
                .put("timestamp", event.position().timestamp())
                .put("message", event.message())
                .put("ingestionTime", event.ingested());
    }

    ObjectNode filter(ObjectNode input, CallContext context) {
        String group = GroupCalls.name(input);
        groups.expire(context.region(), group);
        FilterPattern pattern = FilterPattern.parse(input.path("filterPattern").asText());
        Predicate<Event> wanted = streamsWanted(input).and(event -> pattern.test(event.message()));
        Position after = input.has("nextToken")
                ? Position.ofToken(input.path("nextToken").asText())
                : Position.at(input.path("startTime").asLong(0));
        Position before =
                input.has("endTime") ? Position.at(input.get("endTime").asLong() + 1) : Position.LAST;
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("events");
        answer.putArray("searchedLogStreams");
        if (after.compareTo(before) >= 0) {
            return answer;
        }
        int limit = GroupCalls.limit(input, MOST);
        Iterator<Event> matches = events.between(new Source(context.region(), group, ""), after, before, true)
                .filter(wanted)
                .iterator();
        while (matches.hasNext() && shown.size() < limit) {
            Event event = matches.next();
            shown.add(shown(event)
                    .put("logStreamName", event.stream())
                    .put("eventId", event.position().eventId()));
            if (shown.size() == limit && matches.hasNext()) {
                answer.put("nextToken", event.position().token());
            }
        }
        return answer;
    }

    private static Predicate<Event> streamsWanted(ObjectNode input) {
        Set<String> names = new HashSet<>();
        input.path("logStreamNames").forEach(name -> names.add(name.asText()));
        String prefix = input.path("logStreamNamePrefix").asText();
        if (!names.isEmpty() && !prefix.isEmpty()) {
            throw Logs.invalid("You cannot specify both logStreamNames and logStreamNamePrefix.");
        }
        return event -> (names.isEmpty() || names.contains(event.stream()))
                && event.stream().startsWith(prefix);
    }
}
