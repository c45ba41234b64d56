package sst.runner.aws.stack;

import java.util.List;

/**
 * A resource that is no longer as its template says.
 *
 * @param status {@code MODIFIED}, {@code DELETED} or {@link #HOTSWAPPED}
 */
public record ResourceDrift(
        String logicalId, String physicalId, String type, String status, List<Difference> differences) {
    /** The status of what we changed around CloudFormation ourselves. */
    public static final String HOTSWAPPED = "HOTSWAPPED";

    public ResourceDrift {
        differences = List.copyOf(differences);
    }

    public boolean isHotswapped() {
        return status.equals(HOTSWAPPED);
    }

    /**
     * One property that differs.
     *
     * @param path a JSON pointer into the resource's properties
     * @param expected as the template has it, empty when it is not there
     * @param actual as it was found, empty when it is not there
     */
    public record Difference(String path, String expected, String actual) {}
}
