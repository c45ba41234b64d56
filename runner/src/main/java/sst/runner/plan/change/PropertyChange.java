package sst.runner.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One differing value inside a resource.
 *
 * @param path from the resource's properties, such as {@code Environment.Variables.TABLE}
 * @param before null when the property is new
 * @param after null when it is taken away
 */
public record PropertyChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after, Replacement replacement) {
    /** Properties that only say where published code lies. */
    private static final Set<String> CODE = Set.of("Code.S3Key", "Code.S3Bucket", "Content.S3Key", "Content.S3Bucket");

    /** Whether the value only names published code by its content. */
    public boolean isCode() {
        return CODE.contains(path);
    }
}
