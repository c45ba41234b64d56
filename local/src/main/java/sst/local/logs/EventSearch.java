package sst.local.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The calls that read events: GetLogEvents and FilterLogEvents. */
record EventSearch(LogGroups groups, LogEvents events) {
    private static final int MOST = 10_000;

    /** A part of a group's order, exclusive at both ends. */
    private record Span(Position after, Position before) {
        boolean isEmpty() {
            return after.compareTo(before) >= 0;
        }
    }

    ObjectNode get(ObjectNode input, CallContext context) {
        Source source = groups.source(input, context);
        groups.expire(source.region(), source.group());
        String token = input.path("nextToken").asText();
        boolean isForward = token.isEmpty() ? input.path("startFromHead").asBoolean(false) : token.startsWith("f/");
        Span span = span(input, token, isForward);
        List<Event> page = page(source, span, isForward, GroupCalls.limit(input, MOST));
        Position standing = isForward ? span.after() : span.before();
        Position last = page.isEmpty() ? standing : page.get(page.size() - 1).position();
        Position first = page.isEmpty() ? standing : page.get(0).position();
        ObjectNode answer = Json.object()
                .put("nextForwardToken", "f/" + last.token())
                .put("nextBackwardToken", "b/" + first.token());
        ArrayNode shown = answer.putArray("events");
        page.forEach(event -> shown.add(shown(event)));
        return answer;
    }

    private static Span span(ObjectNode input, String token, boolean isForward) {
        Position after = Position.at(input.path("startTime").asLong(0));
        Position before =
                input.has("endTime") ? Position.at(input.get("endTime").asLong()) : Position.LAST;
        if (token.isEmpty()) {
            return new Span(after, before);
        }
        Position from = Position.ofToken(token.replaceFirst("^[fb]/", ""));
        return isForward
                ? new Span(Collections.max(List.of(after, from)), before)
                : new Span(after, Collections.min(List.of(before, from)));
    }

    private List<Event> page(Source source, Span span, boolean isForward, int limit) {
        if (span.isEmpty()) {
            return List.of();
        }
        List<Event> page = new ArrayList<>(events.between(source, span.after(), span.before(), isForward)
                .filter(event -> event.stream().equals(source.stream()))
                .limit(limit)
                .toList());
        if (!isForward) {
            Collections.reverse(page);
        }
        return page;
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
        Predicate<String> pattern =
                FilterPattern.parse(input.path("filterPattern").asText());
        Predicate<Event> wanted = streamsWanted(input).and(event -> pattern.test(event.message()));
        Span span = filterSpan(input);
        int limit = GroupCalls.limit(input, MOST);
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("events");
        answer.putArray("searchedLogStreams");
        Source source = new Source(context.region(), group, "");
        Iterator<Event> matches = span.isEmpty()
                ? Collections.emptyIterator()
                : events.between(source, span.after(), span.before(), true)
                        .filter(wanted)
                        .iterator();
        while (matches.hasNext() && shown.size() < limit) {
            Event event = matches.next();
            String id = event.position().eventId();
            shown.add(shown(event).put("logStreamName", event.stream()).put("eventId", id));
            if (shown.size() == limit && matches.hasNext()) {
                answer.put("nextToken", event.position().token());
            }
        }
        return answer;
    }

    /** Here the end is inclusive, unlike GetLogEvents. */
    private static Span filterSpan(ObjectNode input) {
        Position after = input.has("nextToken")
                ? Position.ofToken(input.path("nextToken").asText())
                : Position.at(input.path("startTime").asLong(0));
        boolean isOpen = !input.has("endTime") || input.get("endTime").asLong() == Long.MAX_VALUE;
        return new Span(
                after, isOpen ? Position.LAST : Position.at(input.get("endTime").asLong() + 1));
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
