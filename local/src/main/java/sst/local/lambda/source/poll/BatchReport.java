package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sst.local.port.FunctionInvoker.Invocation;

/**
 * Which messages of a batch a function has handled.
 * See https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
final class BatchReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchReport() {}

    /** The records to delete: all, none, or those that the function did not report. */
    static List<ObjectNode> handled(List<ObjectNode> batch, Invocation answer, boolean isPartial) {
        if (answer.isError()) {
            return List.of();
        }
        if (!isPartial) {
            return batch;
        }
        JsonNode failures = failures(answer.payload());
        Set<String> known = new HashSet<>();
        batch.forEach(record -> known.add(record.path("messageId").asText()));
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : failures) {
            String id = failure.path("itemIdentifier").asText();
            if (!known.contains(id)) {
                return List.of();
            }
            failed.add(id);
        }
        return batch.stream()
                .filter(record -> !failed.contains(record.path("messageId").asText()))
                .toList();
    }

    private static JsonNode failures(byte[] payload) {
        try {
            return JSON.readTree(payload).path("batchItemFailures");
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
