package sst.runner.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The process's surroundings as values. */
record World(Map<String, String> env, Properties properties) {
    World {
        env = Map.copyOf(env);
    }

    Path workingDirectory() {
        return Path.of(properties.getProperty("user.dir", ".")).toAbsolutePath();
    }

    /** Where sst's jars lie: the launcher says it. */
    Path lib() {
        return Path.of(properties.getProperty("sst.lib", "lib"));
    }
}
