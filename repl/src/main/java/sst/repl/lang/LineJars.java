package sst.repl.lang;

import java.nio.file.Path;
import java.util.List;

/** Finds the jars that a line asks for, by {@code //DEPS} or {@code @Grab}. */
@FunctionalInterface
public interface LineJars {
    /** Looks for none. */
    LineJars NONE = line -> List.of();

    List<Path> namedIn(String line);
}
