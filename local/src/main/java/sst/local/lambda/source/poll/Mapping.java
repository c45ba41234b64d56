package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An event source mapping as its poller needs it.
 *
 * @param sourceArn the queue or stream that records come from
 * @param functionArn what they go to
 * @param batch how many records make an event, and how long to wait for them
 * @param stream what is done with records of a stream that fail
 * @param filters patterns of which one must match; every record matches when there is none
 * @param isPartial whether the function reports single records as failed
 */
public record Mapping(
        String sourceArn,
        String functionArn,
        BatchRule batch,
        StreamRule stream,
        List<String> filters,
        boolean isPartial) {
    private static final int STANDARD_CONCURRENCY = 5;

    /** How many messages make an event, how long to wait for them, and how many events run at one time. */
    public record BatchRule(int size, long windowMillis, int concurrency) {}

    /** The mapping that a record of it says. */
    public static Mapping read(JsonNode record) {
        List<String> filters = new ArrayList<>();
        record.path("FilterCriteria")
                .path("Filters")
                .forEach(filter -> filters.add(filter.path("Pattern").asText("{}")));
        BatchRule batch = new BatchRule(
                record.path("BatchSize").asInt(),
                record.path("MaximumBatchingWindowInSeconds").asLong() * 1000,
                record.path("ScalingConfig").path("MaximumConcurrency").asInt(STANDARD_CONCURRENCY));
        boolean isPartial = record.path("FunctionResponseTypes").toString().contains("ReportBatchItemFailures");
        return new Mapping(
                record.path("EventSourceArn").asText(),
                record.path("FunctionArn").asText(),
                batch,
                StreamRule.read(record),
                List.copyOf(filters),
                isPartial);
    }

    /** Whether a record is that of a mapping that works. */
    public static boolean isEnabled(ObjectNode record) {
        return record.path("State").asText().equals("Enabled");
    }
}
