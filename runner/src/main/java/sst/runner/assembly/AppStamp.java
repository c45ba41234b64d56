package sst.runner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * The app and stage that an assembly was made for, as sst.json records them.
 *
 * @param app the app's name
 * @param stage null in a plain CDK assembly, which fits any stage
 * @param region null where the assembly leaves it to the environment
 */
public record AppStamp(String app, @Nullable String stage, @Nullable String region) {}
