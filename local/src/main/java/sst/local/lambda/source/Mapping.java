package sst.local.lambda.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An event source mapping as its poller needs it.
 *
 * @param queueArn where messages come from
 * @param functionArn what they go to
 * @param batch how many messages make an event, and how long to wait for them
 * @param filters patterns of which one must match; every message matches when there is none
 * @param isPartial whether the function reports single messages as failed
 */
record Mapping(String queueArn, String functionArn, BatchRule batch, List<String> filters, boolean isPartial) {
    private static final int STANDARD_CONCURRENCY = 5;

    /** How many messages make an event, how long to wait for them, and how many events run at one time. */
    record BatchRule(int size, long windowMillis, int concurrency) {}

    static Mapping read(JsonNode record) {
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
                List.copyOf(filters),
                isPartial);
    }

    static boolean isEnabled(ObjectNode record) {
        return record.path("State").asText().equals("Enabled");
    }
}
