package sst.dsl.script;

import groovy.lang.GroovyObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.control.CompilerConfiguration;

/** Names what is kept of a project's files, each by all that its meaning hangs on. */
public record SourceKeys(Path root) {
    /** Folders below the root whose classes every file sees. */
    static final List<String> CLASS_FOLDERS = List.of("stacks", "infra/src");

    /** Changes with what is kept under a key. */
    private static final String KEPT = "classes, outline";

    /** Compiled scripts are kept, and a later run may be on an older JVM. */
    static final String TARGET = CompilerConfiguration.JDK17;

    /** The key of a file as it is now; what is kept from before it changed has another. */
    public String of(String file) {
        return of(file, read(root.resolve(file)));
    }

    String of(String file, String text) {
        List<String> parts = new ArrayList<>(
                List.of(file, text, version(GroovyObject.class), version(SourceKeys.class), TARGET, KEPT));
        try {
            for (Path path : SourceTree.groovyFiles(root, CLASS_FOLDERS)) {
                parts.add(path.toString());
                parts.add(read(path));
            }
            return ClassCache.key(parts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By the jar's manifest: to ask Groovy itself would start it. */
    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("dev");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
