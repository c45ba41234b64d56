package sst.local.cfn.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one resource. */
public final class Drift {
    private Drift() {}

    /**
     * Compares.
     *
     * @param deployed what the stack knows of the resource
     * @param actual what was read of it, empty when it is gone
     */
    public static ResourceDrift of(Deployed deployed, Optional<ObjectNode> actual) {
        @Nullable ObjectNode there = actual.orElse(null);
        List<Difference> differences = there == null ? List.of() : Comparison.of(deployed.properties(), there);
        ResourceDrift.Status status = there == null
                ? ResourceDrift.Status.DELETED
                : differences.isEmpty() ? ResourceDrift.Status.IN_SYNC : ResourceDrift.Status.MODIFIED;
        return new ResourceDrift(
                deployed.logicalId(),
                deployed.physicalId(),
                deployed.type(),
                status,
                deployed.properties(),
                there == null ? JsonNodeFactory.instance.objectNode() : there,
                differences,
                deployed.at());
    }

    /**
     * What the stack knows.
     *
     * @param at the time of the comparison, milliseconds since the epoch
     */
    public record Deployed(String logicalId, String physicalId, String type, ObjectNode properties, long at) {}
}
