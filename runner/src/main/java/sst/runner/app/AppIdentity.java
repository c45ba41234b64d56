package sst.runner.app;

import org.jspecify.annotations.Nullable;
import sst.runner.stage.StageName;

/**
 * Who an app is at one stage, and where that stage lives.
 *
 * @param local whether the stage lives in the embedded local cloud
 * @param profile of the AWS configuration, null for the default chain
 * @param account the only account allowed, null for any
 * @param protect whether the stage may not be removed
 */
public record AppIdentity(
        String name,
        StageName stage,
        String region,
        boolean local,
        @Nullable String profile,
        @Nullable String account,
        boolean protect) {}
