package sst.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sst.local.wire.codec.Json;

/**
 * The state folder while one process owns it. {@code cloud.json} tells others that a cloud runs there and where; it is
 * there only while the cloud is ready.
 */
final class StateFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel guard;

    private StateFolder(Path folder, FileChannel guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /** @throws InUse when another process owns the folder */
    static StateFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            keepFromOthers(folder);
            FileChannel guard =
                    FileChannel.open(folder.resolve("cloud.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(guard) == null) {
                guard.close();
                throw new InUse(folder);
            }
            Files.deleteIfExists(folder.resolve("cloud.json"));
            return new StateFolder(folder, guard);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot use the state folder " + folder, refused);
        }
    }

    /** Keys, objects and logs in it are for its owner; how they themselves are readable then no longer matters. */
    private static void keepFromOthers(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock lock(FileChannel guard) throws IOException {
        try {
            return guard.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path log() {
        return folder.resolve("cloud.log");
    }

    void announce(LocalCloud cloud, Instant now) {
        ObjectNode record = Json.object();
        record.put("pid", ProcessHandle.current().pid()).put("port", cloud.port());
        record.put("endpoint", cloud.endpoint()).put("startedAt", now.toString());
        try {
            Path draft = folder.resolve("cloud.json.new");
            Files.write(draft, Json.write(record));
            Files.move(draft, folder.resolve("cloud.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write cloud.json in " + folder, refused);
        }
    }

    @Override
    public void close() {
        try (guard) {
            Files.deleteIfExists(folder.resolve("cloud.json"));
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot leave the state folder " + folder, refused);
        }
    }

    /** Another local cloud runs on the same state. */
    static final class InUse extends RuntimeException {
        InUse(Path folder) {
            super("another local cloud runs on the state folder " + folder);
        }
    }
}
