package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sst.local.lambda.control.record.Faults;
import sst.local.pattern.EventPatterns;

/** Which records a function wants. See https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
public final class EventFilter {
    private final List<String> patterns;
    private final EventPatterns compiled = new EventPatterns();

    EventFilter(List<String> patterns) {
        this.patterns = patterns;
    }

    /**
     * Refuses a pattern that cannot be read.
     *
     * @throws sst.local.wire.AwsException {@code InvalidParameterValueException}
     */
    public static void check(String pattern) {
        EventPatterns.fault(pattern).ifPresent(fault -> {
            throw Faults.invalid("Invalid filter pattern definition. " + fault);
        });
    }

    /** Whether the function wants a record, given as its patterns see it. */
    boolean takes(JsonNode record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> compiled.matches(pattern, record));
    }
}
