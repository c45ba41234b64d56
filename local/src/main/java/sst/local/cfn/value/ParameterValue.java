package sst.local.cfn.value;

import org.jspecify.annotations.Nullable;

/**
 * A parameter's value in one stack operation.
 *
 * @param name the parameter's name
 * @param given what the caller gave, or the default; for SSM types the name of the SSM parameter
 * @param resolved the SSM parameter's value; null for other types
 * @param isSecret whether only asterisks are shown
 */
public record ParameterValue(String name, String given, @Nullable String resolved, boolean isSecret) {
    /** What the template works with. */
    public String value() {
        return resolved == null ? given : resolved;
    }

    /** What is shown to callers. */
    public String shown() {
        return isSecret ? "****" : given;
    }
}
