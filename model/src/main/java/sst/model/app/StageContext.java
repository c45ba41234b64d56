package sst.model.app;

import java.util.Map;

/**
 * What a config may look at: the stage it is evaluated for and the environment.
 *
 * @param stage the stage's name
 * @param env environment variables and those of {@code .env} files
 * @param cloud the cloud asked for on the command line; empty when the config decides
 * @param isDev whether {@code sst dev} runs it
 */
public record StageContext(String stage, Map<String, String> env, String cloud, boolean isDev) {
    public StageContext {
        env = Map.copyOf(env);
    }
}
