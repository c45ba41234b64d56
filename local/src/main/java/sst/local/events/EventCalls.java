package sst.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import sst.local.events.rule.BusId;
import sst.local.events.rule.Buses;
import sst.local.events.rule.EventsFault;
import sst.local.pattern.EventPatterns;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls that put and try events. */
final class EventCalls {
    private static final int MOST = 10;
    private static final long MOST_BYTES = 1024L * 1024;
    private static final int TIME_BYTES = 14;
    private static final String[] MEMBERS = {"id", "detail-type", "source", "account", "time", "region", "resources"};

    private final Buses buses;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final EventPatterns patterns = new EventPatterns();

    EventCalls(Buses buses, Dispatcher dispatcher, Clock clock) {
        this.buses = buses;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("PutEvents", this::put);
        operations.put("TestEventPattern", this::test);
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        JsonNode entries = input.path("Entries");
        if (entries.isEmpty() || entries.size() > MOST) {
            throw EventsFault.invalid("1 validation error detected: Value '" + entries + "' at 'entries' failed to"
                    + " satisfy constraint: Member must have length " + (entries.isEmpty() ? "greater" : "less")
                    + " than or equal to " + (entries.isEmpty() ? 1 : MOST));
        }
        checkSize(entries);
        ObjectNode answer = Json.object().put("FailedEntryCount", 0);
        ArrayNode results = answer.putArray("Entries");
        for (JsonNode entry : entries) {
            ObjectNode result = results.addObject();
            try {
                checkSource(entry);
                BusId bus = BusId.parse(entry.path("EventBusName").asText(""), context.region());
                result.put("EventId", put(bus, entry));
            } catch (AwsException refused) {
                result.put("ErrorCode", refused.code()).put("ErrorMessage", refused.text());
                answer.put("FailedEntryCount", answer.path("FailedEntryCount").asInt() + 1);
            }
        }
        return answer;
    }

    /** See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
    private static void checkSize(JsonNode entries) {
        long bytes = 0;
        for (JsonNode entry : entries) {
            bytes += entry.hasNonNull("Time") ? TIME_BYTES : 0;
            for (String name : new String[] {"Source", "DetailType", "Detail"}) {
                bytes += entry.path(name).asText("").getBytes(StandardCharsets.UTF_8).length;
            }
            for (JsonNode resource : entry.path("Resources")) {
                bytes += resource.asText("").getBytes(StandardCharsets.UTF_8).length;
            }
        }
        if (bytes > MOST_BYTES) {
            throw EventsFault.invalid("Total size of the entries in the request is over the limit.");
        }
    }

    private static void checkSource(JsonNode entry) {
        if (entry.path("Source").asText("").startsWith("aws.")) {
            throw new AwsException(400, "NotAuthorizedForSourceException", "Not authorized for the source.");
        }
    }

    /** Puts an event on a bus; its id. */
    String put(BusId bus, JsonNode entry) {
        for (String name : new String[] {"Source", "DetailType", "Detail"}) {
            if (entry.path(name).asText("").isEmpty()) {
                throw new AwsException(
                        400,
                        "InvalidArgument",
                        "Parameter " + name + " is not valid. Reason: " + name + " is a required argument.");
            }
        }
        ObjectNode event = event(bus.region(), entry.path("DetailType").asText(), time(entry));
        event.put("source", entry.path("Source").asText());
        entry.path("Resources").forEach(event.withArray("resources")::add);
        event.set("detail", detail(entry.path("Detail").asText()));
        if (buses.find(bus).isPresent()) {
            dispatcher.dispatch(bus, event);
        }
        return event.path("id").asText();
    }

    private Instant time(JsonNode entry) {
        JsonNode given = entry.path("Time");
        if (given.isNumber()) {
            return Instant.ofEpochMilli((long) (given.asDouble() * 1000));
        }
        return given.isTextual() ? Instant.parse(given.asText()) : clock.instant();
    }

    /** An event without source and detail. */
    static ObjectNode event(String region, String detailType, Instant time) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", "aws.events")
                .put("account", CallContext.ACCOUNT)
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
        event.putArray("resources");
        return event;
    }

    private static ObjectNode detail(String text) {
        try {
            if (Json.parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (AwsException notJson) {
            throw new AwsException(400, "MalformedDetail", "Detail is malformed.");
        }
        throw new AwsException(400, "MalformedDetail", "Detail is malformed.");
    }

    private static JsonNode event(String text) {
        JsonNode event;
        try {
            event = Json.parse(text);
        } catch (AwsException notJson) {
            throw EventsFault.invalid("Parameter Event is not valid.");
        }
        for (String name : MEMBERS) {
            if (!event.has(name)) {
                throw EventsFault.invalid("Parameter Event is not valid.");
            }
        }
        return event;
    }

    private ObjectNode test(ObjectNode input, CallContext context) {
        String pattern = input.path("EventPattern").asText();
        EventPatterns.fault(pattern).ifPresent(fault -> {
            throw EventsFault.pattern(fault);
        });
        JsonNode event = event(input.path("Event").asText());
        return Json.object().put("Result", patterns.matches(pattern, event));
    }
}
