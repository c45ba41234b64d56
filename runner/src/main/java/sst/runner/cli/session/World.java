package sst.runner.cli.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The process's surroundings as values. */
public record World(Map<String, String> env, Properties properties) {
    public World {
        env = Map.copyOf(env);
    }

    /** Where the command was called. */
    public Path workingDirectory() {
        return Path.of(properties.getProperty("user.dir", ".")).toAbsolutePath();
    }

    /** Where sst's jars lie: the launcher says it. */
    public Path lib() {
        return Path.of(properties.getProperty("sst.lib", "lib"));
    }
}
