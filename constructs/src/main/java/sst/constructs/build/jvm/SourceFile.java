package sst.constructs.build.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file that holds a handler.
 *
 * @param file its path
 * @param packageName empty when it has none
 */
record SourceFile(Path file, String packageName) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");

    static SourceFile read(Path file) {
        try {
            Matcher found = PACKAGE.matcher(Files.readString(file));
            return new SourceFile(file, found.find() ? found.group(1) : "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    boolean isGroovy() {
        return file.toString().endsWith(".groovy");
    }

    /** The class named like the file. */
    String className() {
        String name = String.valueOf(file.getFileName());
        String simple = name.substring(0, name.lastIndexOf('.'));
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    Path folder() {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The sources in the same folder and language, which the handler may use; itself among them. */
    List<Path> siblings() {
        String extension = isGroovy() ? ".groovy" : ".java";
        try (Stream<Path> entries = Files.list(folder())) {
            return entries.filter(entry -> entry.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder(), e);
        }
    }
}
