package sst.local.lambda.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.source.poll.EventFilter;

/**
 * Checks what a mapping is to be.
 * See https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
final class MappingRules {
    private static final Set<String> SETTINGS = Set.of(
            "BatchSize", "MaximumBatchingWindowInSeconds", "FilterCriteria", "FunctionResponseTypes", "ScalingConfig");
    private static final Set<String> STREAM_SETTINGS = Set.of(
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "ParallelizationFactor",
            "DestinationConfig");
    private static final Set<String> OTHERS = Set.of(
            "EventSourceArn",
            "FunctionName",
            "Enabled",
            "UUID",
            "Tags",
            "StartingPosition",
            "StartingPositionTimestamp");
    private static final int STREAM_BATCH = 100;

    private MappingRules() {}

    /** Lays the settings of a call over a mapping's record and checks the whole. */
    static void apply(ObjectNode input, ObjectNode record) {
        Set<String> unknown = new TreeSet<>();
        input.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(SETTINGS);
        unknown.removeAll(OTHERS);
        boolean isStream = !Members.text(record, "EventSourceArn").startsWith("arn:aws:sqs:");
        if (isStream) {
            unknown.removeAll(STREAM_SETTINGS);
        }
        if (!unknown.isEmpty()) {
            throw Faults.unsupported("the setting " + String.join(", ", unknown) + " of an event source mapping");
        }
        Stream.concat(SETTINGS.stream(), STREAM_SETTINGS.stream())
                .filter(input::hasNonNull)
                .forEach(name -> record.set(name, input.get(name)));
        if (isStream) {
            checkStream(record);
        } else {
            check(record);
        }
    }

    /** See https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html */
    private static void checkStream(ObjectNode record) {
        number(record, new Members.Range("BatchSize", STREAM_BATCH, 1, 10_000));
        number(record, new Members.Range("MaximumBatchingWindowInSeconds", 0, 0, 300));
        number(record, new Members.Range("MaximumRetryAttempts", -1, -1, 10_000));
        number(record, new Members.Range("MaximumRecordAgeInSeconds", -1, -1, 604_800));
        number(record, new Members.Range("ParallelizationFactor", 1, 1, 10));
        int age = record.path("MaximumRecordAgeInSeconds").asInt();
        if (age >= 0 && age < 60) {
            throw Faults.invalid("MaximumRecordAgeInSeconds must be -1 or between 60 and 604800");
        }
        record.put(
                "BisectBatchOnFunctionError",
                record.path("BisectBatchOnFunctionError").asBoolean());
        String failures = Members.text(record.path("DestinationConfig").path("OnFailure"), "Destination");
        if (!failures.isEmpty() && !failures.startsWith("arn:aws:sqs:") && !failures.startsWith("arn:aws:sns:")) {
            throw Faults.unsupported("the destination " + failures + " of an event source mapping");
        }
        checkLists(record);
    }

    private static void number(ObjectNode record, Members.Range range) {
        record.put(range.name(), Members.number(record, range));
    }

    private static void check(ObjectNode record) {
        boolean isFifo = Members.text(record, "EventSourceArn").endsWith(".fifo");
        int size = Members.number(record, new Members.Range("BatchSize", 10, 1, 10_000));
        int window = Members.number(record, new Members.Range("MaximumBatchingWindowInSeconds", 0, 0, 300));
        if (isFifo && size > 10) {
            throw Faults.invalid("BatchSize must not be greater than 10 for FIFO queues.");
        }
        if (isFifo && window > 0) {
            throw Faults.invalid("Batching window is not supported for FIFO queues.");
        }
        if (size > 10 && window < 1) {
            throw Faults.invalid("Maximum batch window in seconds must be greater than 0 if maximum batch size is"
                    + " greater than 10");
        }
        record.put("BatchSize", size).put("MaximumBatchingWindowInSeconds", window);
        checkLists(record);
    }

    private static void checkLists(ObjectNode record) {
        for (JsonNode type : record.path("FunctionResponseTypes")) {
            if (!type.asText().equals("ReportBatchItemFailures")) {
                throw Faults.invalid("Value '" + type.asText() + "' at 'functionResponseTypes' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [ReportBatchItemFailures]");
            }
        }
        record.path("FilterCriteria")
                .path("Filters")
                .forEach(filter -> EventFilter.check(filter.path("Pattern").asText("{}")));
        if (record.path("ScalingConfig").hasNonNull("MaximumConcurrency")) {
            ObjectNode scaling = (ObjectNode) record.path("ScalingConfig");
            Members.number(scaling, new Members.Range("MaximumConcurrency", 2, 2, 1000));
        }
    }
}
