package sst.local.lambda.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sst.local.lambda.code.CodeStore.BadCodeException;

/** Copies a zip file's tree into a folder; of the modes only the right to execute is kept. */
final class Unzip {
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path target;
    private long left = CodeStore.MAX_UNZIPPED;

    private Unzip(Path target) {
        this.target = target;
    }

    static void all(Path root, Path target) throws IOException {
        Unzip unzip = new Unzip(target);
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> files = tree.toList();
            for (Path file : files) {
                unzip.one(file, root.relativize(file).toString());
            }
        }
    }

    private void one(Path file, String name) throws IOException {
        Path to = target.resolve(name).normalize();
        if (!to.startsWith(target)) {
            throw new BadCodeException("The zip file names a file outside of its own folder: " + name);
        }
        if (Files.isDirectory(file)) {
            Files.createDirectories(to);
            return;
        }
        // The size in the zip's own index may lie, so what is really written is counted.
        try (var in = Files.newInputStream(file);
                var out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new BadCodeException(
                            "Unzipped size must be smaller than " + CodeStore.MAX_UNZIPPED + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
        boolean isExecutable = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(to, isExecutable ? EXECUTABLE : PLAIN);
    }
}
