package sst.runner.aws.stack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change set to make, or the same change to make without one.
 *
 * @param create whether the stack is new
 * @param body the template, null when {@code url} says where it is
 * @param role what CloudFormation acts with, null for the caller's own rights
 * @param token makes a repeated request the same request
 */
public record ChangeSetRequest(
        String stackName,
        String name,
        boolean create,
        @Nullable String body,
        @Nullable String url,
        Map<String, String> parameters,
        Map<String, String> tags,
        @Nullable String role,
        String token) {
    public ChangeSetRequest {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
    }
}
