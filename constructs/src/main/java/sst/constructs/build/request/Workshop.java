package sst.constructs.build.request;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What building needs from its surroundings.
 *
 * @param project the app's folder; handlers are relative to it
 * @param artifacts where built code is kept between runs, such as {@code .sst/artifacts}
 * @param cache the user's cache folder of this product, shared by all projects
 * @param clock the time
 * @param jvm what JVM builds are given
 * @param parallel how many builds run at once
 */
public record Workshop(Path project, Path artifacts, Path cache, Clock clock, Jvm jvm, int parallel) {
    /**
     * What JVM builds are given.
     *
     * @param groovy the jars that compile and run Groovy handlers; may be empty
     * @param libraries jars every single-file handler may use, such as the product's client library
     * @param properties system properties for Maven and Gradle, such as where the client library lies
     */
    public record Jvm(List<Path> groovy, List<Path> libraries, Map<String, String> properties) {
        public Jvm {
            groovy = List.copyOf(groovy);
            libraries = List.copyOf(libraries);
            properties = Map.copyOf(properties);
        }

        /** Nothing given. */
        public static Jvm none() {
            return new Jvm(List.of(), List.of(), Map.of());
        }
    }
}
