package sst.scripts.stage;

import org.jspecify.annotations.Nullable;

/**
 * Where a deployed stage lives, and by whose credentials it is reached.
 *
 * @param endpoint the local cloud's address, null for AWS itself
 * @param profile of the AWS configuration, null for the default chain
 */
public record StageSite(String app, String stage, String region, @Nullable String endpoint, @Nullable String profile) {

    /** Whether the embedded local cloud answers. */
    public boolean isLocal() {
        return endpoint != null;
    }
}
