package sst.local.cfn.drift;

import java.util.List;

/**
 * What a detection found.
 *
 * @param stackArn the stack that was looked at
 * @param run the stack's last operation then; a later one makes the findings stale
 * @param at milliseconds since the epoch
 * @param resources those whose type can be read
 */
public record Detection(String id, String stackArn, String run, long at, List<ResourceDrift> resources) {
    public Detection {
        resources = List.copyOf(resources);
    }

    /** How many resources are not as they were deployed. */
    public long drifted() {
        return resources.stream().filter(ResourceDrift::isDrifted).count();
    }

    /** AWS's word for the stack as a whole. */
    public String status() {
        return drifted() == 0 ? "IN_SYNC" : "DRIFTED";
    }
}
