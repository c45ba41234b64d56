package sst.constructs.build.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sst.constructs.build.request.Workshop;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Folders;
import sst.constructs.host.Zip;

/** Keeps made code on disk beside a record of what it was made from, and makes it again only when that has changed. */
public final class ArtifactStore {
    private static final String SCHEME = "2";
    private static final int NAME_LENGTH = 20;

    private final Path project;
    private final Path root;
    private final Clock clock;
    private final KnownHashes hashes;

    public ArtifactStore(Workshop workshop) {
        this.project = workshop.project().toAbsolutePath().normalize();
        this.root = workshop.artifacts();
        this.clock = workshop.clock();
        this.hashes = new KnownHashes(root.resolve("hashes"));
    }

    /** A new look at the project's files. */
    public Look look() {
        return new Look(project, hashes, clock);
    }

    /** Keeps on disk what looks have found out. */
    public void saveLooks() {
        hashes.save();
    }

    /** The code, when it was made before and everything it was made from is as it was. */
    public Optional<Artifact> find(Recipe recipe, Look look) {
        Path home = home(recipe);
        Optional<ArtifactRecord> record = ArtifactRecord.read(home);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        ArtifactRecord known = record.get();
        InputState now = InputState.of(known.inputs(project), look);
        boolean isSame = now.hash().equals(known.inputHash()) && Files.exists(zip(home, known.hash()));
        return isSame ? Optional.of(artifact(home, known)) : Optional.empty();
    }

    /** Makes the code and keeps it; what was kept under the same key goes. */
    public Artifact make(Recipe recipe) {
        recipe.prepare();
        long started = clock.millis();
        Path home = home(recipe);
        try {
            Files.createDirectories(home);
            Path making = Files.createTempDirectory(home, "making-");
            try {
                return keep(home, making, record(recipe.make(making), started));
            } finally {
                Folders.delete(making);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home, e);
        }
    }

    private ArtifactRecord record(Made made, long started) {
        InputState state = InputState.of(made.inputs(), look());
        // Edited while it was being made: kept for now, made again next time.
        return ArtifactRecord.of(project, made, state.hasChangedSince(started) ? "" : state.hash());
    }

    private static Artifact keep(Path home, Path making, ArtifactRecord seen) throws IOException {
        String hash = ContentHash.ofFolder(making);
        clear(home, making);
        Files.move(making, folder(home, hash));
        Zip.pack(folder(home, hash), zip(home, hash));
        ArtifactRecord record = seen.withHash(hash);
        record.write(home);
        return artifact(home, record);
    }

    private static void clear(Path home, Path making) throws IOException {
        List<Path> old;
        try (Stream<Path> entries = Files.list(home)) {
            old = entries.filter(entry -> !entry.equals(making)).toList();
        }
        for (Path entry : old) {
            if (Files.isDirectory(entry)) {
                Folders.delete(entry);
            } else {
                Files.delete(entry);
            }
        }
    }

    private Path home(Recipe recipe) {
        String key = new ContentHash().add(SCHEME).add(recipe.key()).hex();
        return root.resolve(key.substring(0, NAME_LENGTH));
    }

    private static Artifact artifact(Path home, ArtifactRecord known) {
        String hash = known.hash();
        return new Artifact(folder(home, hash), zip(home, hash), hash, known.inputHash(), known.exports());
    }

    private static Path folder(Path home, String hash) {
        return home.resolve(hash.substring(0, NAME_LENGTH));
    }

    private static Path zip(Path home, String hash) {
        return home.resolve(hash.substring(0, NAME_LENGTH) + ".zip");
    }
}
