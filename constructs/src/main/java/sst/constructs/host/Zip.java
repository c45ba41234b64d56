package sst.constructs.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zip files whose bytes depend only on names, permissions and contents, so that unchanged code is never uploaded again. */
public final class Zip {
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    // The oldest time that the zip format can hold, at noon so that no time zone moves it to another day.
    private static final long TIME = 315_576_000_000L;

    private Zip() {}

    /**
     * Unpacks into a folder.
     *
     * @throws IllegalArgumentException when an entry would lie outside of it
     */
    public static void unpack(Path zip, Path folder) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(each -> !each.isDirectory()).toList()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IllegalArgumentException(zip + " has an entry outside of it: " + entry.getName());
                }
                Files.createDirectories(to.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + zip, e);
        }
    }

    /** Packs everything under a folder. */
    public static void pack(Path folder, Path zip) {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
            for (Path file : ContentHash.files(folder)) {
                ZipArchiveEntry entry =
                        new ZipArchiveEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setUnixMode(Files.isExecutable(file) ? PROGRAM : FILE);
                entry.setLastModifiedTime(FileTime.fromMillis(TIME));
                out.putArchiveEntry(entry);
                Files.copy(file, out);
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + zip, e);
        }
    }
}
