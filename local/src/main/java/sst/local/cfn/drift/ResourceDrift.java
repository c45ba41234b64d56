package sst.local.cfn.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How a resource stood when drift was detected.
 *
 * @param expected the properties that it was made from
 * @param actual those that could be read of it; empty when it is gone
 * @param at milliseconds since the epoch
 */
public record ResourceDrift(
        String logicalId,
        String physicalId,
        String type,
        Status status,
        JsonNode expected,
        JsonNode actual,
        List<Difference> differences,
        long at) {
    /** AWS's words for it. */
    public enum Status {
        IN_SYNC,
        MODIFIED,
        DELETED
    }

    public ResourceDrift {
        differences = List.copyOf(differences);
    }

    /** Whether it is not as it was deployed. */
    public boolean isDrifted() {
        return status != Status.IN_SYNC;
    }
}
