package sst.scripts.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import sst.model.diagnostic.SourceRef;

/**
 * A script of a project.
 *
 * @param root the project's folder
 * @param file the script's path, as messages show it: {@code scripts/seed.groovy}
 */
public record ScriptFile(Path root, String file, Language language) {

    /** What the user calls it: {@code FixTotals.java} is {@code fix-totals}. */
    public String name() {
        return baseName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }

    /** The last part of its path, as stack frames name it. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** {@link #fileName()} without its end. */
    public String baseName() {
        return language.base(fileName());
    }

    /** A line of it. */
    public SourceRef at(int line) {
        return SourceRef.of(file, line);
    }

    /** Where it lies. */
    public Path path() {
        return root.resolve(file);
    }

    /** Its text; a first line for the shell ({@code #!}) is left blank. */
    public String text() {
        try {
            return Files.readString(path(), StandardCharsets.UTF_8).replaceFirst("\\A#!.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
