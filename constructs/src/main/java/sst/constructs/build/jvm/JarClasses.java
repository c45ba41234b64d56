package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The top-level classes in jars: what a handler can name. */
final class JarClasses {
    private static final String SUFFIX = ".class";
    private static final int MANY = 2_000;

    private JarClasses() {}

    /** Their names; nothing when there are so many that the jar must hold libraries too. */
    static List<String> in(List<Path> jars) {
        List<String> names = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile open = new JarFile(jar.toFile())) {
                open.stream()
                        .map(ZipEntry::getName)
                        .filter(name ->
                                name.endsWith(SUFFIX) && !name.contains("-info") && !name.startsWith("META-INF"))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length())
                                .replace('/', '.'))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + jar, e);
            }
        }
        return names.size() > MANY ? List.of() : names;
    }
}
