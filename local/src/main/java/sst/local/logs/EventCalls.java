package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sst.local.logs.LogEvents.Source;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** PutLogEvents. */
record EventCalls(LogGroups groups, LogStreams streams, LogEvents events, Clock clock) {
    private static final int MOST = 10_000;
    private static final int BATCH_BYTES = 1_048_576;
    private static final int BYTES_BESIDE_MESSAGE = 26;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    ObjectNode put(ObjectNode input, CallContext context) {
        Source source = groups.source(input, context);
        JsonNode batch = input.path("logEvents");
        checkBatch(batch);
        long now = clock.millis();
        long oldest = now - OLDEST.toMillis();
        long newest = now + NEWEST.toMillis();
        List<JsonNode> accepted = new ArrayList<>();
        int tooOldEnd = 0;
        for (JsonNode event : batch) {
            long timestamp = event.path("timestamp").asLong();
            if (timestamp < oldest) {
                tooOldEnd++;
            } else if (timestamp <= newest) {
                accepted.add(event);
            }
        }
        store(source, accepted);
        ObjectNode answer = Json.object().put("nextSequenceToken", "1");
        if (accepted.size() < batch.size()) {
            answer.set("rejectedLogEventsInfo", rejected(batch.size(), tooOldEnd, tooOldEnd + accepted.size()));
        }
        return answer;
    }

    /** The batch is in the order of time, so what is too old comes first and what is too new last. */
    private static ObjectNode rejected(int size, int tooOldEnd, int tooNewStart) {
        ObjectNode rejected = Json.object();
        if (tooOldEnd > 0) {
            rejected.put("tooOldLogEventEndIndex", tooOldEnd);
        }
        if (tooNewStart < size) {
            rejected.put("tooNewLogEventStartIndex", tooNewStart);
        }
        return rejected;
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
}
