package sst.runner.deploy.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes in a project of its runs that may hold a stage's lock, so that the lock of a run that was killed is known. */
public final class RunNotes {
    private static final String LEFT = ".left";

    private final Path folder;
    private final Liveness processes;

    /** @param folder of one stage; losing it costs only that a dead run's lock is waited for */
    public RunNotes(Path folder, Liveness processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /** Written before the lock is asked for: a run that dies right after has left its note. */
    public void write(LockRecord run) {
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "run", ".partial");
            Files.writeString(partial, run.json(), StandardCharsets.UTF_8);
            Files.move(partial, file(run.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** The run has ended and could not give its lock back; its process may live on, as a console does. */
    public void leave(String run) {
        try {
            Files.move(file(run), left(run), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + left(run), e);
        }
    }

    /** The run has ended, or its lock is gone. */
    public void forget(String run) {
        try {
            Files.deleteIfExists(file(run));
            Files.deleteIfExists(left(run));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(run), e);
        }
    }

    /** The runs of this machine whose process is gone and that did not come to forget their note, and those that left it. */
    public List<LockRecord> dead(LockOwner me) {
        List<LockRecord> dead = new ArrayList<>();
        for (Path file : files()) {
            read(file).filter(run -> isLeft(file) || run.isDead(me, processes)).ifPresent(dead::add);
        }
        return dead;
    }

    private static boolean isLeft(Path file) {
        return file.toString().endsWith(LEFT);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") || isLeft(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Empty where the run has ended since the folder was listed. */
    private static Optional<LockRecord> read(Path file) {
        try {
            return LockRecord.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path left(String run) {
        return folder.resolve(run + LEFT);
    }

    private Path file(String run) {
        return folder.resolve(run + ".json");
    }
}
