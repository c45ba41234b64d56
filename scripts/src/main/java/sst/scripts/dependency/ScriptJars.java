package sst.scripts.dependency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sst.model.diagnostic.SourceRef;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/**
 * The jars that a script asks for. What a list of coordinates came to is remembered, so that Maven's resolver is not even
 * loaded again while the jars are there.
 *
 * @param folder where that is kept
 * @param notes told before the network may be used
 */
public record ScriptJars(Path folder, Consumer<String> notes) {

    /** The jars for a script. */
    public List<Path> of(ScriptFile script, ScriptHeader header) {
        return of(header.dependencies(), script.at(0));
    }

    /** The jars of some coordinates, which were wished for at that place. */
    public List<Path> of(List<String> coordinates, SourceRef at) {
        if (coordinates.isEmpty()) {
            return List.of();
        }
        Path memory = folder.resolve("jars-" + Hash.of(coordinates) + ".txt");
        try {
            List<Path> known = Files.isRegularFile(memory)
                    ? Files.readAllLines(memory, StandardCharsets.UTF_8).stream()
                            .map(Path::of)
                            .toList()
                    : List.of();
            if (!known.isEmpty() && known.stream().allMatch(Files::isRegularFile)) {
                return known;
            }
            notes.accept("getting " + String.join(", ", coordinates));
            List<Path> found = Dependencies.resolve(coordinates, at);
            Files.createDirectories(folder);
            Files.write(memory, found.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + memory, e);
        }
    }
}
