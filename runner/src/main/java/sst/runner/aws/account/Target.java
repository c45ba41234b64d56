package sst.runner.aws.account;

import org.jspecify.annotations.Nullable;

/**
 * Which AWS is meant.
 *
 * @param profile a profile of the AWS configuration, null for the default chain
 * @param endpoint the local cloud's address, null for AWS itself
 */
public record Target(String region, @Nullable String profile, @Nullable String endpoint) {
    /** Whether the embedded local cloud answers. */
    public boolean isLocal() {
        return endpoint != null;
    }

    /** The same target in another region. */
    public Target in(String other) {
        return new Target(other, profile, endpoint);
    }
}
