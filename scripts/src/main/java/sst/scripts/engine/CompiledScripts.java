package sst.scripts.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sst.scripts.dependency.Hash;
import sst.scripts.source.ScriptFile;

/**
 * Compiled scripts, a folder each, named by all that went into them: an unchanged script is never compiled twice. A folder
 * appears whole or not at all.
 */
public record CompiledScripts(Path folder) {
    private static final String INDEX = "index";

    /** The folder's name for a script and its jars. */
    String key(ScriptFile script, List<Path> jars) {
        List<String> parts = new ArrayList<>(List.of(
                script.file(),
                script.text(),
                groovy.lang.GroovySystem.getVersion(),
                String.valueOf(Runtime.version().feature()),
                String.valueOf(CompiledScripts.class.getPackage().getImplementationVersion())));
        jars.forEach(jar -> parts.add(jar.toString()));
        return Hash.of(parts);
    }

    /** A script compiled earlier. */
    Optional<Compiled> find(String key) {
        Path found = folder.resolve(key);
        try {
            return Files.isRegularFile(found.resolve(INDEX))
                    ? Optional.of(new Compiled(found, Files.readAllLines(found.resolve(INDEX), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps what a compilation writes into the folder that it is given, with the lines that it returns. */
    Compiled keep(String key, Compilation compilation) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempDirectory(folder, "half-");
            try {
                List<String> index = compilation.into(half);
                Files.write(half.resolve(INDEX), index, StandardCharsets.UTF_8);
                return new Compiled(move(half, folder.resolve(key)), index);
            } finally {
                delete(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Another run may have been faster; its folder is as good. */
    private static Path move(Path half, Path whole) throws IOException {
        try {
            return Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException there) {
            return whole;
        }
    }

    private static void delete(Path half) throws IOException {
        if (!Files.exists(half)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(half)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Writes class files into a folder; returns what is needed to run them. */
    interface Compilation {
        List<String> into(Path folder) throws IOException;
    }

    /**
     * A compiled script.
     *
     * @param classes where its class files are
     * @param index what its compilation returned
     */
    record Compiled(Path classes, List<String> index) {}
}
