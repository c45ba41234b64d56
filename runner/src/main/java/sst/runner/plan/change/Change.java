package sst.runner.plan.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;

/**
 * What would happen to one resource.
 *
 * @param origin its construct and config line
 * @param type the CloudFormation type
 * @param dataLoss what would be lost, in words; null when nothing is
 */
public record Change(
        String logicalId,
        String type,
        Origin origin,
        Action action,
        Replacement replacement,
        List<PropertyChange> properties,
        @Nullable String dataLoss) {
    public Change {
        properties = List.copyOf(properties);
    }

    /** Only the code behind the resource is new. */
    public boolean isCodeOnly() {
        return action == Action.CHANGE
                && !properties.isEmpty()
                && properties.stream().allMatch(PropertyChange::isCode);
    }

    /** Something that is there now would be gone. */
    public boolean isDestructive() {
        return action == Action.REMOVE || (action == Action.CHANGE && replacement == Replacement.YES);
    }

    /** What is done to the resource. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }
}
