package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a mapping of a stream has beside that of a queue.
 *
 * @param isBisected whether a batch that fails is cut in halves
 * @param retries how often a batch is tried again; negative for as long as its records are there
 * @param oldestMillis how old a record may be that is still tried; negative for any age
 * @param failures where the news of given-up batches go; empty for nowhere
 */
public record StreamRule(boolean isBisected, int retries, long oldestMillis, String failures) {
    static StreamRule read(JsonNode record) {
        long age = record.path("MaximumRecordAgeInSeconds").asLong(-1);
        return new StreamRule(
                record.path("BisectBatchOnFunctionError").asBoolean(),
                record.path("MaximumRetryAttempts").asInt(-1),
                age < 0 ? -1 : age * 1000,
                record.path("DestinationConfig")
                        .path("OnFailure")
                        .path("Destination")
                        .asText(""));
    }
}
