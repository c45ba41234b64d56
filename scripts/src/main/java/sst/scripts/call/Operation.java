package sst.scripts.call;

import java.util.List;
import java.util.Set;

/**
 * One operation of an AWS service.
 *
 * @param service as the SDK names it, such as {@code DynamoDb}
 * @param name such as {@code PutItem}
 */
record Operation(String service, String name) {
    private static final List<String> READING = List.of(
            "Get",
            "List",
            "Describe",
            "Query",
            "Scan",
            "BatchGet",
            "TransactGet",
            "Head",
            "Lookup",
            "Search",
            "Filter");

    /** Reads whose names do not begin like one. */
    private static final Set<String> READS =
            Set.of("StartQuery", "StopQuery", "SelectObjectContent", "TestEventPattern", "Decrypt", "AssumeRole");

    /** Whether nothing is changed by it; an operation that is not known to read counts as a write. */
    boolean isRead() {
        return READS.contains(name) || READING.stream().anyMatch(name::startsWith);
    }
}
