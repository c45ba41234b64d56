package sst.local.lambda.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Function code: each zip file and its unzipped folder, kept once for each digest. */
public final class CodeStore {
    /** The most bytes that the files of a function may have together: 250 MiB. */
    public static final long MAX_UNZIPPED = 262_144_000;

    private final Path folder;

    /** A store below a folder. */
    public CodeStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a function's code.
     *
     * @throws BadCodeException when it is not a zip file, is too large, or names files outside its own folder
     */
    public Code add(InputStream zip) {
        try {
            Files.createDirectories(folder);
            standApart();
            Path part = folder.resolve("." + UUID.randomUUID());
            try {
                String hex = copy(zip, part);
                unzipOnce(part, unzipped(hex));
                long size = Files.size(part);
                Files.move(part, folder.resolve(hex + ".zip"), StandardCopyOption.REPLACE_EXISTING);
                return new Code(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)), size);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds the files of that code. */
    public Path unzipped(Code code) {
        return unzipped(code.hex());
    }

    /** The zip file of that code. */
    public Path zip(Code code) {
        return folder.resolve(code.hex() + ".zip");
    }

    /** Forgets code that no function has any more. */
    public void remove(Code code) {
        zip(code).toFile().delete();
        deleteTree(unzipped(code));
    }

    private Path unzipped(String hex) {
        return folder.resolve(hex);
    }

    /** Node takes the nearest package.json upwards for a file's own: that of the app around must not be found. */
    private void standApart() throws IOException {
        Path file = folder.resolve("package.json");
        if (!Files.exists(file)) {
            Files.writeString(file, "{}");
        }
    }

    private static String copy(InputStream zip, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void unzipOnce(Path zip, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return;
        }
        Path part = folder.resolve("." + UUID.randomUUID());
        Files.createDirectories(part);
        try (FileSystem files = open(zip)) {
            Unzip.all(files.getPath("/"), part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another call unzipped the same code at the same time; Linux tells it by the message alone.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            deleteTree(part);
        }
    }

    private static FileSystem open(Path zip) {
        try {
            return FileSystems.newFileSystem(
                    zip,
                    Map.of(
                            "enablePosixFileAttributes",
                            "true",
                            "defaultPermissions",
                            java.util.Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE)));
        } catch (IOException | IllegalArgumentException | java.nio.file.ProviderNotFoundException e) {
            throw new BadCodeException(
                    "Could not unzip uploaded file. Please check your file, then try to upload again.");
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A zip file that cannot be a function's code; the message is Lambda's. */
    public static final class BadCodeException extends RuntimeException {
        BadCodeException(String message) {
            super(message);
        }
    }
}
