package sst.runner.assembly;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is deployed with beside its template. Role and bucket names may hold {@code ${AWS::AccountId}}-like
 * placeholders; {@link Placeholders} fills them.
 *
 * @param templateUrl {@code s3://bucket/key} where the template is published, null when it is sent inline
 * @param bootstrapVersion the least version of the bootstrap stack, 0 when none is needed
 */
public record StackSettings(
        Map<String, String> parameters,
        Map<String, String> tags,
        boolean terminationProtection,
        @Nullable String templateUrl,
        @Nullable String deployRole,
        @Nullable String executionRole,
        int bootstrapVersion,
        @Nullable String bootstrapParameter) {
    public StackSettings {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
    }

    StackSettings withTemplateUrl(@Nullable String url) {
        return new StackSettings(
                parameters,
                tags,
                terminationProtection,
                url,
                deployRole,
                executionRole,
                bootstrapVersion,
                bootstrapParameter);
    }
}
