package sst.constructs.build.artifact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is written beside made code: {@code record.json}.
 *
 * @param hash of the code's files
 * @param inputHash of the inputs; empty when they changed while the code was being made
 * @param files see {@link Inputs#files()}
 * @param folders see {@link Inputs#folders()}
 * @param trees see {@link Inputs#trees()}
 * @param exports see {@link Made#exports()}
 */
record ArtifactRecord(
        String hash,
        String inputHash,
        List<String> files,
        List<String> folders,
        List<String> trees,
        List<String> exports) {

    private static final String FILE = "record.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ArtifactRecord of(Path project, Made made, String inputHash) {
        return new ArtifactRecord(
                "",
                inputHash,
                names(project, made.inputs().files()),
                names(project, made.inputs().folders()),
                names(project, made.inputs().trees()),
                made.exports());
    }

    ArtifactRecord withHash(String newHash) {
        return new ArtifactRecord(newHash, inputHash, files, folders, trees, exports);
    }

    Inputs inputs(Path project) {
        return new Inputs(paths(project, files), paths(project, folders), paths(project, trees));
    }

    /** The record in a folder; a broken one counts as none. */
    static Optional<ArtifactRecord> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), ArtifactRecord.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path home) {
        try {
            JSON.writeValue(home.resolve(FILE).toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home, e);
        }
    }

    private static List<String> names(Path project, Set<Path> paths) {
        return paths.stream().map(path -> Look.name(project, path)).toList();
    }

    private static Set<Path> paths(Path project, List<String> names) {
        return names.stream().map(project::resolve).collect(Collectors.toSet());
    }
}
