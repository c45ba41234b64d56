package sst.local.lambda.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that functions run on.
 *
 * @param environment the local cloud's own environment; only a few harmless variables reach a function
 * @param javaHome the JDK that the local cloud runs on
 * @param processors how many there are
 */
public record Machine(Map<String, String> environment, Path javaHome, int processors) {
    public Machine {
        environment = Map.copyOf(environment);
    }

    /** The machine of this process. */
    public static Machine current() {
        return new Machine(
                System.getenv(),
                Path.of(System.getProperty("java.home")),
                Runtime.getRuntime().availableProcessors());
    }

    /** An executable by its name, as the shell finds it. */
    Optional<Path> find(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> file.toFile().isFile() && file.toFile().canExecute())
                .findFirst();
    }
}
