package sst.constructs.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * One writer of an assembly at a time, among all processes of this machine. The operating system lets go of it when its
 * process dies, so a killed run leaves nothing to clean up.
 */
public final class AssemblyLock {
    private AssemblyLock() {}

    /** Does the work once no other process writes to the folder. */
    public static <T> T holding(Path folder, Supplier<T> work) {
        Path file = folder.toAbsolutePath().resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }
}
