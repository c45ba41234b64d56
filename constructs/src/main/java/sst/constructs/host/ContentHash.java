package sst.constructs.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A SHA-256 over a sequence of parts, each with its length, so that no two sequences give the same bytes. */
public final class ContentHash {
    private static final int BUFFER = 65_536;

    private final MessageDigest digest;

    public ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds a text. */
    public ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Adds texts in their order. */
    public ContentHash addAll(Iterable<String> texts) {
        texts.forEach(this::add);
        return this;
    }

    /** The hash as 64 hexadecimal digits; the object is spent. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of a file's bytes. */
    public static String of(Path file) {
        ContentHash hash = new ContentHash();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                hash.digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return hash.hex();
    }

    /** The hash of every file under a folder: relative path, whether it may be run, and bytes. */
    public static String ofFolder(Path folder) {
        ContentHash hash = new ContentHash();
        for (Path file : files(folder)) {
            hash.add(folder.relativize(file).toString().replace('\\', '/'));
            hash.add(Files.isExecutable(file) ? "x" : "-").add(of(file));
        }
        return hash.hex();
    }

    /** The regular files under a folder, in an order that is the same on every machine. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
