package sst.runner.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * Packs a folder so that equal contents make equal bytes: entries in name order, one fixed time, and of the
 * permissions only whether a file may be executed.
 */
final class AssetZip {
    /** The first instant that the zip format can hold, in any time zone. */
    private static final FileTime TIME = FileTime.from(Instant.parse("1980-01-02T00:00:00Z"));

    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private AssetZip() {}

    /** Writes {@code target}, whole or not at all. */
    static void pack(Path folder, Path target) {
        try {
            List<Path> files = files(folder);
            Path partial = Files.createTempFile(target.getParent(), "asset", ".partial");
            Files.delete(partial);
            write(folder, files, partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack " + folder, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw Problems.of(Code.ASSEMBLY, "the asset " + folder + " is empty")
                        .hint("run sst build again")
                        .asError();
            }
            Path root = folder.toRealPath();
            for (Path file : files) {
                if (!file.toRealPath().startsWith(root)) {
                    throw Problems.of(Code.ASSEMBLY, "the asset " + folder + " holds a link that leaves it: " + file)
                            .asError();
                }
            }
            return files;
        }
    }

    private static void write(Path folder, List<Path> files, Path target) throws IOException {
        Map<String, Object> options = Map.of("create", "true", "enablePosixFileAttributes", true);
        try (FileSystem zip = FileSystems.newFileSystem(target, options)) {
            for (Path file : files) {
                Path entry = zip.getPath(folder.relativize(file).toString().replace('\\', '/'));
                if (entry.getParent() != null) {
                    Files.createDirectories(entry.getParent());
                }
                Files.copy(file, entry);
                Files.setPosixFilePermissions(entry, Files.isExecutable(file) ? EXECUTABLE : PLAIN);
                stamp(entry);
            }
            stampFolders(zip.getPath("/"));
        }
    }

    private static void stampFolders(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path folder : walk.filter(Files::isDirectory).toList()) {
                if (folder.getNameCount() > 0) {
                    stamp(folder);
                }
            }
        }
    }

    /** The zip format keeps when an entry was made and read, too. */
    private static void stamp(Path entry) throws IOException {
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(TIME, TIME, TIME);
    }
}
