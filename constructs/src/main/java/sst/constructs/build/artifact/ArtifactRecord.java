package sst.constructs.build.artifact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is written beside made code: {@code record.json}.
 *
 * @param hash of the code's files
 * @param inputHash of the inputs; empty when they changed while the code was being made
 * @param lookedAt when the inputs were looked at, in milliseconds since the epoch
 * @param files see {@link Inputs#files()}
 * @param folders see {@link Inputs#folders()}
 * @param trees see {@link Inputs#trees()}
 * @param exports see {@link Made#exports()}
 * @param stamps the looks of all files
 */
record ArtifactRecord(
        String hash,
        String inputHash,
        long lookedAt,
        List<String> files,
        List<String> folders,
        List<String> trees,
        List<String> exports,
        Map<String, InputState.Stamp> stamps) {

    private static final String FILE = "record.json";

    /** The result of a look at the inputs, and its time. */
    record Look(String inputHash, long at) {}

    static ArtifactRecord of(Path project, Made made, InputState state, Look look) {
        return new ArtifactRecord(
                "",
                look.inputHash(),
                look.at(),
                names(project, made.inputs().files()),
                names(project, made.inputs().folders()),
                names(project, made.inputs().trees()),
                made.exports(),
                state.stamps());
    }

    ArtifactRecord withHash(String newHash) {
        return new ArtifactRecord(newHash, inputHash, lookedAt, files, folders, trees, exports, stamps);
    }

    Inputs inputs(Path project) {
        return new Inputs(paths(project, files), paths(project, folders), paths(project, trees));
    }

    InputState.Earlier earlier() {
        return new InputState.Earlier(stamps, lookedAt);
    }

    /** The record in a folder; a broken one counts as none. */
    static Optional<ArtifactRecord> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper().readValue(file.toFile(), ArtifactRecord.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path home) {
        try {
            new ObjectMapper().writeValue(home.resolve(FILE).toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home, e);
        }
    }

    private static List<String> names(Path project, Set<Path> paths) {
        return paths.stream().map(path -> InputState.name(project, path)).toList();
    }

    private static Set<Path> paths(Path project, List<String> names) {
        return names.stream().map(project::resolve).collect(Collectors.toSet());
    }
}
